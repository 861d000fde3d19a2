// `budget` of the settings: what all services of a Compose project may use together.
import type { Budget } from '../model.ts';
import { sizeInBytes } from '../parse/compose/load/decode/amounts.ts';
import type { Node } from '../parse/compose/node.ts';
import type { Schema } from './schema.ts';

export const BUDGET: Schema = {
  description: 'What the limits of all services of a Compose project that start by default may add up to.',
  type: 'object',
  additionalProperties: false,
  properties: {
    cpus: { description: 'Processors.', type: 'number', minimum: 0, maximum: 100_000 },
    memory: {
      description: 'A number with a unit, as in Compose.',
      type: 'string',
      pattern: '^[0-9]{1,12}(\\.[0-9]{1,3})? ?([kKmMgGtT]([iI]?[bB])?|[bB])?$',
      examples: ['512m', '8g'],
    },
  },
};

/** `node`: fits the schema. Undefined where it names nothing. */
export function budgetOf(node: Node | undefined): Budget | undefined {
  if (node?.kind !== 'map') return undefined;
  const [cpus, memory] = [node.get('cpus'), node.get('memory')];
  const bytes = memory?.kind === 'scalar' ? sizeInBytes(memory.string) : null;
  const budget: Budget = {
    ...(cpus?.kind === 'scalar' && typeof cpus.value === 'number' && { cpus: cpus.value }),
    ...(bytes !== null && { memory: bytes }),
  };
  return Object.keys(budget).length > 0 ? budget : undefined;
}
