// GitHub's OpenAPI description, read once, and its schemas turned into JSON schemas that ajv can compile.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Fields } from './world.ts';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Fields;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: { required: boolean; schema: Fields | null };
  /** Status → schema of the JSON answer; null where the answer is no JSON. */
  responses: Map<number, Fields | null>;
}

interface Description {
  paths: Record<string, Record<string, Fields>>;
  'x-webhooks': Record<string, { post: Fields }>;
  components: { schemas: Record<string, Fields> };
}

let description: Description | null = null;
let operations: Map<string, Operation> | null = null;

function load(): Description {
  description ??= JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json'), 'utf8'),
  ) as Description;
  return description;
}

function followed(value: unknown): Fields {
  let found = value as Fields | undefined;
  while (found && typeof found.$ref === 'string') {
    found = found.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Fields)[key], load()) as Fields | undefined;
  }
  return found ?? {};
}

function jsonSchemaOf(content: unknown): Fields | null {
  const types = Object.entries((content ?? {}) as Record<string, Fields>).filter(([type]) => /json/.test(type));
  const plain = types.find(([type]) => type.startsWith('application/json')) ?? types[0];
  return (plain?.[1].schema as Fields | undefined) ?? null;
}

/** Where the description says that an account is a person and an enterprise at once, instead of either. */
const MISTAKEN: Record<string, Fields> = {
  'apps/list-installations': { type: 'array', items: { $ref: '#/components/schemas/installation' } },
};

function operation(method: string, path: string, found: Fields): Operation {
  const body = followed(found.requestBody);
  const id = String(found.operationId);
  const mistaken = (status: string): Fields | undefined => (status === '200' ? MISTAKEN[id] : undefined);
  return {
    id,
    method: method.toUpperCase(),
    path,
    parameters: ((found.parameters as unknown[]) ?? []).map((parameter) => followed(parameter) as unknown as Parameter),
    body: { required: body.required === true, schema: jsonSchemaOf(body.content) },
    responses: new Map(
      Object.entries((found.responses as Fields) ?? {}).map(([status, answer]) => [
        Number(status),
        mistaken(status) ?? jsonSchemaOf(followed(answer).content),
      ]),
    ),
  };
}

/** Every operation that GitHub's REST API has, by its id, such as `checks/create`. */
export function allOperations(): Map<string, Operation> {
  operations ??= new Map(
    Object.entries(load().paths)
      .flatMap(([path, methods]) => Object.entries(methods).map(([method, found]) => operation(method, path, found)))
      .map((found) => [found.id, found]),
  );
  return operations;
}

/** The schema of a webhook's payload, such as `pull-request-opened`; null for what GitHub does not send. */
export function webhookSchema(event: string, action: string | null): Fields | null {
  const name = [event, ...(action ? [action] : [])].join('-').replaceAll('_', '-');
  return jsonSchemaOf(followed(load()['x-webhooks'][name]?.post.requestBody).content);
}

/** GitHub answers null for the lines of outdated comments and of those on whole files, though its description knows only integers. */
const NULL_LINES = ['line', 'position', 'start_line', 'original_line', 'original_start_line'];

export function componentSchema(name: string): Fields {
  const schema = load().components.schemas[name] ?? {};
  if (name !== 'pull-request-review-comment' && name !== 'review-comment') return schema;
  const properties = Object.entries(schema.properties as Record<string, Fields>);
  return {
    ...schema,
    properties: Object.fromEntries(
      properties.map(([key, one]) => [key, NULL_LINES.includes(key) ? { ...one, nullable: true } : one]),
    ),
  };
}

/** GitHub's lists of the events that Apps subscribe to lag behind: none has merge_group. */
const ANY_EVENTS: Fields = { type: 'array', items: { type: 'string' } };

/**
 * An OpenAPI 3.0 schema as a JSON schema: `nullable` becomes a type, `oneOf` (which GitHub uses for "any of") `anyOf`.
 * With `closed`, an object takes only the properties it lists.
 */
export function toJsonSchema(schema: Fields, closed: boolean): Fields {
  const { nullable, oneOf, discriminator: _, example: __, examples: ___, ...rest } = schema;
  const out: Fields = {};
  for (const [key, value] of Object.entries(rest)) {
    if (key === '$ref') out.$ref = String(value).split('/').pop() + (closed ? '!' : '');
    else if (key === 'properties')
      out[key] = Object.fromEntries(
        Object.entries(value as Fields).map(([name, inner]) => [
          name,
          toJsonSchema(name === 'events' ? ANY_EVENTS : (inner as Fields), closed),
        ]),
      );
    else if (key === 'anyOf' || key === 'allOf')
      out[key] = (value as Fields[]).map((inner) => toJsonSchema(inner, closed && key !== 'allOf' && !rest.properties));
    else if ((key === 'items' || key === 'additionalProperties' || key === 'not') && typeof value === 'object')
      out[key] = toJsonSchema(value as Fields, closed);
    else out[key] = value;
  }
  if (Array.isArray(oneOf))
    out.anyOf = [
      ...((out.anyOf as Fields[]) ?? []),
      ...oneOf.map((inner) => toJsonSchema(inner as Fields, closed && !rest.properties)),
    ];
  if (closed && rest.properties && rest.additionalProperties === undefined) out.additionalProperties = false;
  if (Array.isArray(out.enum)) out.enum = [...new Set(nullable === true ? [...out.enum, null] : out.enum)];
  if (nullable !== true) return out;
  if (typeof out.type === 'string') return { ...out, type: [out.type, 'null'] };
  return { anyOf: [{ type: 'null' }, out] };
}
