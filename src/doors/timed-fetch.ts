// Requests that end, and answers that are whole: a connection on which nothing comes is given up, an answer that breaks off counts as none.

/** In milliseconds; GitHub itself ends requests after ten seconds. */
const REQUEST_TIMEOUT = 30_000;
/** A repository that was renamed or moved answers so. https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#follow-redirects */
const REDIRECTED: ReadonlySet<number> = new Set([301, 302, 307, 308]);
const REDIRECTS = 5;

/** Redirects are followed with the same method and body, and only to the host that was asked. */
export async function timedFetch(url: string, options: RequestInit = {}): Promise<Response> {
  const timeout = AbortSignal.timeout(REQUEST_TIMEOUT);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  let address = new URL(url);
  for (let hop = 0; ; hop++) {
    const response = await fetch(address.href, { ...options, redirect: 'manual', signal });
    const location = REDIRECTED.has(response.status) && hop < REDIRECTS ? response.headers.get('location') : null;
    const next = location !== null && URL.canParse(location, address.href) ? new URL(location, address.href) : null;
    if (next?.origin !== address.origin) return whole(response);
    await response.arrayBuffer();
    address = next;
  }
}

async function whole(response: Response): Promise<Response> {
  if (response.body === null) return response;
  const bytes = await response.arrayBuffer();
  const { status, statusText, headers } = response;
  // Octokit would take JSON that breaks off for a text.
  if (response.ok && /^application\/(?:[\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? ''))
    JSON.parse(new TextDecoder().decode(bytes));
  return new Response(bytes, { status, statusText, headers });
}
