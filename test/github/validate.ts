// Checks requests, answers and webhooks against GitHub's own description of them, each schema compiled when first needed.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { componentSchema, type Operation, toJsonSchema, webhookSchema } from './openapi.ts';
import type { Fields } from './world.ts';

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  verbose: true,
  logger: false,
  validateFormats: true,
  validateSchema: false,
});
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$/);
ajv.addFormat('uri', (text) => URL.canParse(text.replace(/\{[^}]*\}/g, '')));
for (const name of ['email', 'int64', 'repo.nwo', 'uuid', 'ipv4', 'timestamp']) ajv.addFormat(name, true);

const compiled = new Map<string, ValidateFunction | null>();

function addReferences(schema: unknown): void {
  if (Array.isArray(schema)) for (const inner of schema) addReferences(inner);
  else if (schema !== null && typeof schema === 'object') {
    const { $ref } = schema as Fields;
    if (typeof $ref === 'string' && !added.has($ref)) {
      added.add($ref);
      const converted = toJsonSchema(componentSchema($ref.replace(/!$/, '')), $ref.endsWith('!'));
      addReferences(converted);
      ajv.addSchema(converted, $ref);
    }
    for (const inner of Object.values(schema)) addReferences(inner);
  }
}
const added = new Set<string>();

function validator(key: string, schema: Fields | null, closed: boolean): ValidateFunction | null {
  const known = compiled.get(key);
  if (known !== undefined) return known;
  if (!schema) return null;
  const converted = toJsonSchema(schema, closed);
  addReferences(converted);
  const made = ajv.compile(converted);
  compiled.set(key, made);
  return made;
}

function sentence({ instancePath, message, keyword, params, data }: ErrorObject): string {
  const at = instancePath === '' ? '' : `For '${instancePath.slice(1).replaceAll('/', '.')}', `;
  if (keyword === 'additionalProperties') return `${at}"${String(params.additionalProperty)}" is not a permitted key.`;
  if (keyword === 'required') return `${at}"${String(params.missingProperty)}" wasn't supplied.`;
  if (keyword === 'maxItems')
    return `${at}No more than ${String(params.limit)} items are allowed; ${Array.isArray(data) ? data.length : 'more'} were supplied.`;
  return `${at}${String(message)}.`;
}

function faults(check: ValidateFunction | null, value: unknown): string[] {
  if (!check || check(value)) return [];
  return [...new Set((check.errors ?? []).slice(0, 20).map(sentence))];
}

/** Reads the query: numbers and booleans as such, lists split; what the operation does not know or allow is told in `faults`. */
export function readQuery(operation: Operation, search: URLSearchParams): { query: Fields; faults: string[] } {
  const query: Fields = {};
  const wrong: string[] = [];
  const known = new Map(
    operation.parameters.filter((parameter) => parameter.in === 'query').map((parameter) => [parameter.name, parameter]),
  );
  for (const [name, text] of search) {
    const parameter = known.get(name);
    if (!parameter) {
      wrong.push(`"${name}" is not a permitted key.`);
      continue;
    }
    const type = parameter.schema.type;
    query[name] =
      type === 'integer' && /^-?\d{1,15}$/.test(text)
        ? Number(text)
        : type === 'boolean'
          ? text === 'true' || text === '1'
          : text;
    wrong.push(
      ...faults(validator(`${operation.id} ?${name}`, parameter.schema, false), query[name]).map(
        (fault) => `For '${name}', ${fault}`,
      ),
    );
  }
  for (const { name, required } of known.values())
    if (required && query[name] === undefined) wrong.push(`"${name}" wasn't supplied.`);
  return { query, faults: wrong };
}

/** What a request's body does wrong, in GitHub's words. */
export function bodyFaults(operation: Operation, body: unknown): string[] {
  if (body === undefined) return operation.body.required ? ['A JSON body is needed.'] : [];
  return faults(validator(`${operation.id} body`, operation.body.schema, true), body);
}

/** What an answer of this fake does wrong. */
export function answerFaults(operation: Operation, status: number, body: unknown): string[] {
  const schema = operation.responses.get(status);
  if (status >= 400) {
    const told = body !== null && typeof body === 'object' && typeof (body as Fields).message === 'string';
    return told ? [] : [`${operation.id}: ${status} without a message`];
  }
  if (schema === undefined) return [`${operation.id}: GitHub never answers ${status}`];
  if (schema === null || typeof body === 'string') return [];
  return faults(validator(`${operation.id} ${status}`, schema, false), body).map(
    (fault) => `${operation.id} ${status}: ${fault}`,
  );
}

/** What a webhook's payload does wrong. */
export function webhookFaults(event: string, payload: Fields): string[] {
  const action = typeof payload.action === 'string' ? payload.action : null;
  const schema = webhookSchema(event, action);
  if (!schema) return [`${event}.${action}: GitHub sends no such webhook`];
  return faults(validator(`webhook ${event} ${action}`, schema, false), payload).map((fault) => `${event}.${action}: ${fault}`);
}
