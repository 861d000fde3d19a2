// Types of schema.generated.js, which tools/build-schema.ts makes.

/** One mistake: where (a JSON pointer) and which keyword of the schema it breaks; what was expected is in the schema. */
export interface Fault {
  path: string;
  keyword: 'type' | 'enum' | 'pattern' | 'minimum' | 'maximum' | 'additionalProperties' | 'required';
  params?: { additionalProperty?: string; missingProperty?: string };
}

export interface SchemaPart {
  type?: string | readonly string[];
  properties?: Readonly<Record<string, SchemaPart>>;
  patternProperties?: Readonly<Record<string, SchemaPart>>;
  items?: SchemaPart;
  $ref?: string;
  enum?: readonly string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

/** Compose's schema, each alternative joined into one part. */
export const schema: SchemaPart & { readonly definitions: Readonly<Record<string, SchemaPart>> };

/** `errors` holds the faults of the last call. */
export const validate: { (value: unknown): boolean; errors: Fault[] | null };
