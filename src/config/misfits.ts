// Checks a YAML tree with a schema and says in words what is wrong, at the exact key.
import type { Range } from '../model.ts';
import type { Node } from '../parse/compose/node.ts';
import { nearest } from '../parse/nearest.ts';
import type { Schema } from './schema.ts';

export interface Misfit {
  range: Range;
  message: string;
}

/** Everything that does not fit, in the order of the text. `name`: what the node is called in messages. */
export function misfits(node: Node, schema: Schema, name: string): Misfit[] {
  if (schema.anyOf) {
    const branches = schema.anyOf.map((branch) => misfits(node, branch, name));
    if (branches.some((branch) => branch.length === 0)) return [];
    // The branch that fits the kind of the value tells best what is wrong with it.
    const index = schema.anyOf.findIndex((branch) => (branch.type === 'object') === (node.kind === 'map'));
    return branches[Math.max(index, 0)] ?? [];
  }
  if (schema.enum) return checkEnum(node, schema.enum, name);
  switch (schema.type) {
    case 'object':
      return checkMap(node, schema, name);
    case 'array':
      if (node.kind !== 'list') return [wrong(node, name, 'a list')];
      return node.items.flatMap((item) => misfits(item, schema.items ?? {}, `an item of ${name}`));
    default:
      return checkScalar(node, schema, name);
  }
}

function checkMap(node: Node, schema: Schema, name: string): Misfit[] {
  if (node.kind === 'scalar' && node.value === null) return [];
  if (node.kind !== 'map') return [wrong(node, name, 'a map')];
  const properties = schema.properties ?? {};
  const twice = node.duplicates.map(({ key }) => ({ range: key.range, message: `\`${key.string}\` is there twice.` }));
  return [
    ...twice,
    ...node.entries.flatMap(({ key, value }) => {
      const property = Object.hasOwn(properties, key.string) ? properties[key.string] : undefined;
      if (property) return misfits(value, property, `\`${key.string}\``);
      if (typeof schema.additionalProperties === 'object')
        return misfits(value, schema.additionalProperties, `\`${key.string}\``);
      if (schema.additionalProperties !== false) return [];
      const near = nearest(key.string, Object.keys(properties));
      const hint = near ? `Did you mean \`${near}\`?` : known(Object.keys(properties));
      return [
        { range: key.range, message: `\`${key.string}\` is not known in ${name.replace(/^The /, 'the ')}. ${hint}`.trim() },
      ];
    }),
  ];
}

const known = (names: readonly string[]) => (names.length > 0 && names.length <= 12 ? `Known are ${list(names)}.` : '');
const list = (names: readonly (string | number | boolean)[]) => names.map((one) => `\`${one}\``).join(', ');

function checkEnum(node: Node, allowed: NonNullable<Schema['enum']>, name: string): Misfit[] {
  if (node.kind !== 'scalar') return [wrong(node, name, `one of ${list(allowed)}`)];
  // YAML 1.1 readers take `off` for false: a person means the word.
  if (allowed.some((one) => one === node.value || one === node.string)) return [];
  const near = nearest(node.string, allowed.map(String));
  return [
    {
      range: node.range,
      message: `${name} is \`${node.string}\`; it must be one of ${list(allowed)}.${near ? ` Did you mean \`${near}\`?` : ''}`,
    },
  ];
}

function checkScalar(node: Node, schema: Schema, name: string): Misfit[] {
  const { type, minimum = -Infinity, maximum = Infinity } = schema;
  if (!type) return [];
  const number = type === 'integer' || type === 'number';
  if (node.kind !== 'scalar') return [wrong(node, name, number ? 'a number' : `a ${type}`)];
  const { value } = node;
  if (schema.pattern !== undefined && !(typeof value === 'string' && new RegExp(schema.pattern, 'u').test(value)))
    return [wrong(node, name, `a text such as ${list(schema.examples ?? [])}`)];
  const fits = number ? typeof value === 'number' && (type === 'number' || Number.isInteger(value)) : typeof value === type;
  if (!fits) return [wrong(node, name, number ? 'a number' : `a ${type}`)];
  if (typeof value === 'number' && (value < minimum || value > maximum))
    return [{ range: node.range, message: `${name} is ${value}; it must be from ${minimum} to ${maximum}.` }];
  return [];
}

function wrong(node: Node, name: string, expected: string): Misfit {
  const found =
    node.kind === 'map'
      ? 'a map'
      : node.kind === 'list'
        ? 'a list'
        : node.value === null
          ? 'nothing'
          : `\`${node.string.slice(0, 60)}\``;
  return { range: node.range, message: `${name} must be ${expected}; found ${found}.` };
}
