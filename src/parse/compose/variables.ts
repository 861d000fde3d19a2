// `environment`, `args`, `labels` and their kind: lists of `NAME=value` and maps, as one.
import type { Variable } from './model.ts';
import type { Entry, Node } from './node.ts';
import { partOf, wholePart } from './part.ts';

export function variablesOf(node: Node | undefined, text: string): Variable[] {
  if (node?.kind === 'list') return node.items.flatMap((item) => fromItem(item, text));
  return node?.kind === 'map' ? node.entries.map((entry) => fromEntry(entry, text)) : [];
}

function fromItem(node: Node, text: string): Variable[] {
  if (node.kind !== 'scalar' || node.value === null) return [];
  const { string } = node;
  const equals = string.indexOf('=');
  const name = partOf(node, text, 0, equals < 0 ? string.length : equals);
  const value = equals < 0 ? null : partOf(node, text, equals + 1, string.length);
  return [
    {
      name: name.text,
      nameRange: name.range,
      value: value?.text ?? null,
      valueRange: value?.range ?? null,
      form: 'list',
      range: node.range,
      ...(node.via && { via: node.via }),
      node,
    },
  ];
}

function fromEntry({ key, value, range, via }: Entry, text: string): Variable {
  const used = via ?? value.via;
  const part = value.kind === 'scalar' && value.value !== null ? wholePart(value, text) : null;
  return {
    name: key.string,
    nameRange: key.range,
    value: part?.text ?? null,
    valueRange: part?.range ?? null,
    form: 'map',
    range,
    ...(used && { via: used }),
    node: value,
  };
}
