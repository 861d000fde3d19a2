// The JSON schema of `.github/hullcheck.yml`: what is published in schema/ and what settings are checked with.
import { PRESETS, SCOPES } from '../model.ts';
import type { Rule } from '../rule.ts';
import { BUDGET } from './budget.ts';

/** The part of JSON Schema that settings need; editors and `schema-check.ts` read the same. */
export interface Schema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  description?: string;
  default?: unknown;
  enum?: readonly (string | number | boolean)[];
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  /** Of a string; then `examples` say in messages what is meant. */
  pattern?: string;
  examples?: readonly string[];
  minimum?: number;
  maximum?: number;
  anyOf?: readonly Schema[];
}

const LEVELS = ['error', 'warning', 'info'] as const;
const paths = (description: string): Schema => ({ type: 'array', description, items: { type: 'string' } });

type OptionSchema = Schema & { readonly wider?: unknown };

/** What JSON Schema knows of an option. */
const published = ({ wider: _, ...schema }: OptionSchema): Schema => schema;

const LEFT_OUT = paths('Services of Compose files in which findings of this rule are not shown.');

const ruleSchema = (rule: Rule): Schema => {
  const options: Schema | undefined = rule.options && {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries<OptionSchema>(rule.options.properties).map(([name, schema]) => [name, published(schema)]),
    ),
  };
  return {
    description: rule.title,
    anyOf: [
      { enum: ['off', ...LEVELS] },
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          severity: { enum: ['off', ...LEVELS] },
          ...(options && { options }),
          ...(rule.on !== 'dockerfile' && { 'ignore-services': LEFT_OUT }),
        },
      },
    ],
  };
};

export function settingsSchema(rules: readonly Rule[]): Schema {
  return {
    description: 'Settings of Hullcheck, read from .github/hullcheck.yml on the base branch.',
    type: 'object',
    additionalProperties: false,
    properties: {
      preset: { description: 'Which rules are on.', enum: PRESETS, default: 'recommended' },
      rules: {
        description: 'Severity and options of single rules; `off` switches one off, a severity switches one on.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          [...rules].sort((a, b) => (a.id < b.id ? -1 : 1)).map((rule) => [rule.id, ruleSchema(rule)]),
        ),
      },
      ignore: paths('Paths that are not reviewed, as patterns of a .dockerignore.'),
      dockerfiles: paths('Further files that are Dockerfiles, as patterns of a .dockerignore.'),
      'compose-projects': {
        description: 'Compose files that are loaded together, as with several -f: each list is a project, the base first.',
        type: 'array',
        items: { type: 'array', items: { type: 'string' } },
      },
      'compose-files': paths('Further files that are Compose files, as patterns of a .dockerignore.'),
      'fail-on': {
        description: 'The check fails when a finding of this level or a higher one is shown.',
        enum: [...LEVELS, 'never'],
        default: 'error',
      },
      scope: {
        description:
          'Of a pull request: `changed` shows what is new on changed lines, `files` all of the changed files, `all` all of every file.',
        enum: SCOPES,
        default: 'changed',
      },
      'max-comments': { description: 'Comments of one review, at most.', type: 'integer', minimum: 0, maximum: 30, default: 15 },
      budget: BUDGET,
      'ignore-comments': { description: 'Whether comments in the files may hide findings.', type: 'boolean', default: true },
    },
  };
}
