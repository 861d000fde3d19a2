// What a `.hadolint.yaml` may say, for telling what in it is unknown.
// https://github.com/hadolint/hadolint#configure
import type { Schema } from './schema.ts';

export const THRESHOLDS = ['error', 'warning', 'info', 'style', 'ignore', 'none'] as const;

const words: Schema = { type: 'array', items: { type: 'string' } };
const flag: Schema = { type: 'boolean' };

export const hadolintSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    'failure-threshold': { enum: THRESHOLDS },
    format: { type: 'string' },
    'output-format': { type: 'string' },
    ignored: words,
    override: {
      type: 'object',
      additionalProperties: false,
      properties: { error: words, warning: words, info: words, style: words },
    },
    trustedRegistries: words,
    'trusted-registries': words,
    'label-schema': { type: 'object' },
    'strict-labels': flag,
    'disable-ignore-pragma': flag,
    'no-color': flag,
    'no-fail': flag,
    verbose: flag,
  },
};
