// Requests that end: a connection on which nothing comes is given up.

/** In milliseconds; GitHub itself ends requests after ten seconds. */
const REQUEST_TIMEOUT = 60_000;

export const timedFetch: typeof fetch = (url, options) => {
  const timeout = AbortSignal.timeout(REQUEST_TIMEOUT);
  return fetch(url, { ...options, signal: options?.signal ? AbortSignal.any([options.signal, timeout]) : timeout });
};
