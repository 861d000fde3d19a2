// Compiles Compose's JSON schema into src/parse/compose/schema.generated.js; with `--check` it fails when that file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { transformSync } from 'esbuild';
import { type Schema, withoutBranches } from './schema-shape.ts';

const TARGET = new URL('../src/parse/compose/schema.generated.js', import.meta.url);
const HEADER = `// Compose's schema as a validator, made by \`node tools/build-schema.ts\` from the one that dclint ships: do not edit.
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
`;
const RUNTIME = `
const fault = (path, keyword, params) => ({ path, keyword, params });
const joined = (faults, more) => { for (const one of more) faults.push(one); return faults; };
`;

function composeSchema(): Schema {
  const manifest = createRequire(import.meta.url).resolve('dclint/package.json');
  const schema: Schema = JSON.parse(readFileSync(join(dirname(manifest), 'schemas/compose.schema.json'), 'utf8'));
  const { services, networks } = schema.properties ?? {};
  if (!services || !networks) throw new Error('The schema is not that of Compose.');
  return schema;
}

/** ajv's code with its errors cut down to path, keyword and what the schema can't tell; and joined in linear time. */
function validator(schema: Schema): string {
  const code = { source: true, esm: true, optimize: 2 };
  const ajv = new Ajv({ allErrors: true, strict: false, messages: false, inlineRefs: false, code });
  const compiled = standalone.default(ajv, ajv.compile(schema));
  const shorter = compiled
    .replace('"use strict";', '')
    .replace(/export default \w+;/, '')
    .replaceAll(
      /const (err\d+) = \{instancePath(?::(.{1,400}?))?,schemaPath:"[^"]*",keyword:"(\w+)",params:(\{.{0,200}?\})\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g,
      (_, _name, path, keyword, params) =>
        `(vErrors??=[]).push(fault(${path ?? 'instancePath'},"${keyword}"${told(keyword, params)}));`,
    )
    .replaceAll(
      /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);/g,
      'vErrors=joined(vErrors??[],$1.errors);',
    );
  if (/\berr\d+\b|vErrors\.concat|\brequire\(/.test(shorter)) throw new Error('ajv writes other code than this tool knows.');
  return withOneSchema(shorter, schema);
}

/** ajv repeats each definition that its code looks at: they become parts of the whole schema, which messages are made from too. */
function withOneSchema(code: string, schema: Schema): string {
  const whole = new RegExp(`const (schema\\d+) = (?=${literal(JSON.stringify(schema))};)`).exec(code)?.[1];
  if (whole === undefined) throw new Error('ajv no longer writes the whole schema into its code.');
  let result = code;
  for (const [name, definition] of Object.entries(schema.definitions ?? {})) {
    result = result.replaceAll(` = ${JSON.stringify(definition)};`, ` = ${whole}.definitions.${name};`);
  }
  return `${result}\nexport { ${whole} as schema };`;
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const told = (keyword: string, params: string) =>
  keyword === 'additionalProperties' || keyword === 'required' ? `,${params}` : '';

function generated(): string {
  const schema = withoutBranches(composeSchema());
  const source = RUNTIME + validator(schema);
  return HEADER + transformSync(source, { minify: true, format: 'esm', treeShaking: true, lineLimit: 2000 }).code;
}

const text = generated();
if (!process.argv.includes('--check')) writeFileSync(TARGET, text);
else if (readFileSync(TARGET, 'utf8') !== text) {
  process.stderr.write('src/parse/compose/schema.generated.js is stale: run `node tools/build-schema.ts` and commit it.\n');
  process.exitCode = 1;
}
