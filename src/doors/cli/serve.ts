// `hullcheck serve`: loads the App only now, with all that it brings along.
import { Refusal } from './refusal.ts';

export async function run(): Promise<number> {
  const { serve } = await import('../serve.ts').catch((error: unknown) => {
    // dist/ alone is enough for everything else; the App needs what `npm ci` installs.
    if (Object(error).code === 'ERR_MODULE_NOT_FOUND')
      throw new Refusal(`serve needs the installed packages (npm ci): ${String(Object(error).message)}`);
    throw error;
  });
  return await serve();
}
