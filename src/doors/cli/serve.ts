// `hullcheck serve`: loads the App only now, with all that it brings along.
export async function run(): Promise<number> {
  const { serve } = await import('../serve.ts');
  return await serve();
}
