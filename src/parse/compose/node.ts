// The YAML tree as data: maps, lists and scalars with their places, aliases and merge keys already followed.
import type { Range } from '../../model.ts';

interface Written {
  /** Where it is written: quotes included, anchor and tag not. For a value behind an alias: at the anchor. */
  range: Range;
  /** Where it is used, when that is not where it is written: the alias (`*name`) through which it came, the outermost one. */
  via?: Range;
  anchor?: string;
  /** An explicit tag such as `!reset` or `!override`. */
  tag?: string;
}

export interface Entry {
  key: ScalarNode;
  value: Node;
  /** From the key's start to the value's end. */
  range: Range;
  /** The alias of the merge key (`<<: *name`) or the alias above through which the entry came. */
  via?: Range;
}

export interface MapNode extends Written {
  kind: 'map';
  flow: boolean;
  /** What holds: first the entries written here, in order, then those merged in by `<<` that are not written here. First of equal keys. */
  entries: readonly Entry[];
  /** The `<<` entries themselves. */
  merges: readonly Entry[];
  /** Entries whose key had been written in this map before. */
  duplicates: readonly Entry[];
  get(key: string): Node | undefined;
  entry(key: string): Entry | undefined;
}

export interface ListNode extends Written {
  kind: 'list';
  flow: boolean;
  items: readonly Node[];
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** What an unquoted value is to readers of YAML 1.1, where Compose today reads something else. */
export type Yaml11Trap = 'boolean' | 'sexagesimal';

export interface ScalarNode extends Written {
  kind: 'scalar';
  /** As Compose's own reader takes it: `0440` is octal, `yes` and `22:22` are strings. */
  value: string | number | boolean | null;
  /** The value as a string: of quoted and block scalars the content, else the characters as written; `''` for nothing. */
  string: string;
  style: ScalarStyle;
  /** It holds `$VAR` or `${VAR…}`, so that the environment decides what it is. */
  interpolated: boolean;
  trap?: Yaml11Trap;
}

export type Node = MapNode | ListNode | ScalarNode;

/** Where a person meets it: at the alias where there is one. Edits belong to `range`, and only where `via` is absent. */
export const usedAt = (node: { range: Range; via?: Range }): Range => node.via ?? node.range;
