// An answer that refuses, in the shapes in which GitHub refuses.
import type { Fields } from './world.ts';

export class Problem extends Error {
  readonly status: number;
  readonly body: Fields;
  readonly headers: Record<string, string>;

  constructor(status: number, body: Fields, headers: Record<string, string> = {}) {
    super(`${status} ${String(body.message)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

const DOCUMENTATION = 'https://docs.github.com/rest';

function refuse(status: number, message: string, more: Fields = {}, headers: Record<string, string> = {}): Problem {
  return new Problem(status, { message, ...more, documentation_url: DOCUMENTATION, status: String(status) }, headers);
}

export const notFound = (): Problem => refuse(404, 'Not Found');
export const badCredentials = (message = 'Bad credentials'): Problem => refuse(401, message);
export const forbidden = (permissions: string): Problem =>
  refuse(403, 'Resource not accessible by integration', {}, { 'x-accepted-github-permissions': permissions });
export const conflict = (message: string): Problem => refuse(409, message);
export const notAcceptable = (message: string, resource: string, field: string): Problem =>
  refuse(406, message, { errors: [{ resource, field, code: 'too_large' }] });
export const refused = (status: number, message: string, errors?: Fields[]): Problem =>
  refuse(status, message, errors ? { errors } : {});

/** 422 for what the description of the API forbids: GitHub's "Invalid request." with one sentence for each cause. */
export const invalidRequest = (causes: readonly string[]): Problem => refuse(422, `Invalid request.\n\n${causes.join('\n')}`);

/** 422 for what a model forbids: `errors` holds fields and codes. */
export const validationFailed = (...errors: Fields[]): Problem => refuse(422, 'Validation Failed', { errors });

/** 422 in the form in which GitHub tells problems of reviews: plain sentences. */
export const unprocessable = (...errors: string[]): Problem => refuse(422, 'Unprocessable Entity', { errors });

export const MOST_CHARACTERS = 65_536;

export function refuseLongBody(resource: string, body: string | null | undefined): void {
  if (body && body.length > MOST_CHARACTERS)
    throw validationFailed({
      resource,
      code: 'custom',
      field: 'body',
      message: `body is too long (maximum is ${MOST_CHARACTERS} characters)`,
    });
}
