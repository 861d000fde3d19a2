// `hullcheck serve`: loads the App only now, with all that it brings along.
import process from 'node:process';
import { Refusal } from './refusal.ts';

/** https://nodejs.org/api/sqlite.html: without a flag since 22.13; 22.18 is what package.json asks for. */
const NODE = [22, 18] as const;

export async function run(): Promise<number> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < NODE[0] || (major === NODE[0] && minor < NODE[1]))
    throw new Refusal(`serve needs Node ${NODE.join('.')} or newer; this is ${process.versions.node}.`);
  const { serve } = await import('../serve.ts').catch((error: unknown) => {
    // dist/ alone is enough for everything else; the App needs what `npm ci` installs.
    if (Object(error).code === 'ERR_MODULE_NOT_FOUND')
      throw new Refusal(`serve needs the installed packages (npm ci): ${String(Object(error).message)}`);
    throw error;
  });
  return await serve();
}
