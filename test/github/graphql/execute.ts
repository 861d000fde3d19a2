// Answers GraphQL against GitHub's real schema: what the schema refuses is refused, what the fake does not model is an error and a defect.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, execute, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { RateLimits } from '../rate-limits.ts';
import type { Fields, World } from '../world.ts';
import type { AccountCaller } from '../world-app.ts';
import { mutations } from './mutations.ts';
import { queries } from './queries.ts';

export interface Session {
  world: World;
  caller: AccountCaller;
  limits: RateLimits;
}

let schema: GraphQLSchema | null = null;

function loadSchema(): GraphQLSchema {
  if (schema) return schema;
  const text = readFileSync(
    fileURLToPath(import.meta.resolve('@octokit/graphql-schema')).replace(/index\.js$/, 'schema.graphql'),
    'utf8',
  );
  schema = buildASTSchema(parse(text, { noLocation: true }), { assumeValid: true, assumeValidSDL: true });
  return schema;
}

/** GitHub tells the kind of an error beside its message. */
function told(error: GraphQLError): Fields {
  const { type, ...extensions } = error.extensions;
  return {
    ...(typeof type === 'string' ? { type } : {}),
    ...(error.path ? { path: error.path } : {}),
    ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
    ...(error.locations ? { locations: error.locations } : {}),
    message: error.message,
  };
}

/** `{ data, errors }`, as GitHub answers with status 200. */
export async function answerGraphql(session: Session, request: Fields, defects: string[]): Promise<Fields> {
  if (typeof request.query !== 'string')
    return { errors: [{ message: 'A query attribute must be specified and must be a string.' }] };
  const known = loadSchema();
  let document: ReturnType<typeof parse>;
  try {
    document = parse(request.query);
  } catch (error) {
    return { errors: [error instanceof GraphQLError ? told(error) : { message: String(error) }] };
  }
  const wrong = validate(known, document);
  if (wrong.length > 0) return { errors: wrong.map(told) };
  const result = await execute({
    schema: known,
    document,
    rootValue: { ...queries(session), ...mutations(session) },
    variableValues: (request.variables ?? {}) as Fields,
    ...(typeof request.operationName === 'string' ? { operationName: request.operationName } : {}),
    fieldResolver: (source: Fields, args, context, info) => {
      const value = source[info.fieldName];
      if (typeof value === 'function') return value.call(source, args, context, info);
      if (value !== undefined) return value;
      defects.push(`GraphQL: the fake does not model ${info.parentType.name}.${info.fieldName}`);
      throw new GraphQLError(`The fake GitHub does not model ${info.parentType.name}.${info.fieldName}`);
    },
  });
  const errors = result.errors?.map((error) => {
    if (error.originalError && !(error.originalError instanceof GraphQLError))
      defects.push(error.originalError.stack ?? error.message);
    return told(error);
  });
  return { data: result.data ?? null, ...(errors ? { errors } : {}) };
}
