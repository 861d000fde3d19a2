// Who we are on GitHub. Our own comments are known by it.
import { type GitHub, refusal } from '../../github.ts';

/** Asks once; a request that failed is made again by the next who wants to know. */
export function loginOf(app: GitHub): () => Promise<string> {
  let login: Promise<string> | null = null;
  const ask = async () => {
    const { data } = await app.request('GET /app');
    if (!data?.slug) throw new Error('GitHub told no name for this App.');
    return `${data.slug}[bot]`;
  };
  return () => {
    login ??= ask().catch((error: unknown) => {
      login = null;
      throw error;
    });
    return login;
  };
}

/** What to tell the operator when GitHub does not tell our name. */
export function strangerProblem(error: unknown, appId: number, apiUrl: string): string {
  const { status } = refusal(error);
  if (status === 401 || status === 404)
    return `GitHub does not accept this App (${status}): check that APP_ID (${appId}) and PRIVATE_KEY belong together, and that the clock is right.`;
  return `${apiUrl} cannot be reached${status === 0 ? '' : ` (${status})`}. Reviews are tried again until it can.`;
}
