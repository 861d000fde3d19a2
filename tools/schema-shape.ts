// Reshapes a JSON schema so that each mistake in a document gives one error: alternatives by type become one schema.

export interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  oneOf?: Schema[];
  definitions?: Record<string, Schema>;
  $ref?: string;
  enum?: string[];
  pattern?: string;
  required?: string[];
  minimum?: number;
  maximum?: number;
  [other: string]: unknown;
}

const KEPT = new Set(['type', 'additionalProperties', '$ref', 'enum', 'pattern', 'required', 'minimum', 'maximum']);

/**
 * The same schema without descriptions, defaults, `uniqueItems` (Compose merges most equal items before it looks; ajv compares
 * them pairwise) and `oneOf`. Keywords speak of one type only, so alternatives that differ in type can stand side by side.
 * Throws when two alternatives share a type or a keyword: then the schema has changed, and this must be thought over.
 */
export function withoutBranches(root: Schema): Schema {
  const definition = (schema: Schema): Schema => {
    const name = schema.$ref?.replace('#/definitions/', '');
    if (name === undefined) return schema;
    const target = root.definitions?.[name];
    if (!target) throw new Error(`The schema has no definition ${name}.`);
    return target;
  };
  const reshape = (schema: Schema): Schema => {
    const result: Schema = {};
    for (const key of Object.keys(schema)) if (KEPT.has(key)) result[key] = schema[key];
    if (schema.items) result.items = reshape(schema.items);
    for (const key of ['properties', 'patternProperties', 'definitions'] as const) {
      const inner = schema[key];
      if (inner) result[key] = Object.fromEntries(Object.entries(inner).map(([name, value]) => [name, reshape(value)]));
    }
    for (const branch of schema.oneOf ?? []) join(result, reshape(definition(branch)));
    return result;
  };
  return reshape(root);
}

function join(into: Schema, branch: Schema): void {
  const { type, enum: values, ...keywords } = reshapedEnum(branch);
  const types = [into.type ?? [], type ?? []].flat();
  if (type === undefined || new Set(types).size < types.length)
    throw new Error(`Alternatives share a type: ${types.join(', ')}.`);
  const twice = Object.keys(keywords).find((keyword) => into[keyword] !== undefined);
  if (twice !== undefined || values) throw new Error(`Alternatives share the keyword ${twice ?? 'enum'}.`);
  Object.assign(into, keywords, { type: types });
}

/** `enum` would speak of the other alternatives too; the same words as a pattern speak of strings only. */
function reshapedEnum(branch: Schema): Schema {
  if (!branch.enum || branch.type !== 'string') return branch;
  const { enum: words, ...rest } = branch;
  return { ...rest, pattern: `^(?:${words.map((word) => word.replace(/[^\w]/g, '\\$&')).join('|')})$` };
}
