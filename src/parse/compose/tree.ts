// From the yaml package's document to our tree: places, aliases and merge keys followed, duplicate keys and limits told.
import { type Document, isAlias, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Range } from '../../model.ts';
import { type Budget, expand } from './expand.ts';
import { ALIASED_NODES, DEPTH, KEY_LENGTH, WRITTEN_NODES } from './limits.ts';
import { mapNode } from './map.ts';
import type { ComposeProblem } from './model.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './node.ts';
import { type Reading, scalarNode } from './scalar-node.ts';

/** Reads one document of `text`; what is wrong with it goes to `problems`. `null`: the document is empty. */
export function treeOf(document: Document.Parsed, text: string, straightened: boolean, problems: ComposeProblem[]): Node | null {
  const reader = new TreeReader(text, straightened, problems);
  return document.contents === null ? null : reader.read(document.contents, document.contents.range[0], 0);
}

class TreeReader {
  readonly #text: string;
  readonly #problems: ComposeProblem[];
  readonly #anchors = new Map<string, Node | 'open'>();
  readonly #aliased: Budget = { nodes: ALIASED_NODES };
  readonly #reading: Reading;
  #written = WRITTEN_NODES;
  readonly #told = new Set<string>();

  constructor(text: string, straightened: boolean, problems: ComposeProblem[]) {
    this.#text = text;
    this.#problems = problems;
    this.#reading = { text, straightened, tell: (problem) => this.#tell(problem) };
  }

  /** `at` is where an absent value would stand. */
  read(node: unknown, at: number, depth: number): Node {
    if (isAlias(node)) return this.#alias(node.source, rangeOf(node, at), depth);
    const range = rangeOf(node, at);
    if (--this.#written < 0) return this.#limit(range, 'size-limit', `The file holds more than ${WRITTEN_NODES} values.`);
    if (depth > DEPTH) return this.#limit(range, 'depth-limit', `Values are nested more than ${DEPTH} deep.`);
    const { anchor, tag } = properties(node);
    if (tag !== undefined) this.#tagEnd(tag, range);
    if (anchor !== undefined) this.#open(anchor, range);
    const result = this.#collectionOrScalar(node, range, depth);
    if (anchor !== undefined) {
      result.anchor = anchor;
      this.#anchors.set(anchor, result);
    }
    if (tag !== undefined) result.tag = tag;
    return result;
  }

  #open(anchor: string, range: Range): void {
    this.#anchors.set(anchor, 'open');
    if (/^[\0-9;-\x7f]*$/.test(anchor)) return;
    const message = `The anchor \`&${anchor}\` has a name that Compose does not take.`;
    this.#tell({ range, code: 'anchor-name', message, hint: 'Use letters, digits, `_` and `-`.' });
  }

  /** YAML 1.2 ends a tag at a bracket; Compose's reader refuses that. */
  #tagEnd(tag: string, { start }: Range): void {
    const written = { start: start - tag.length, end: start };
    if (!/[}\],]/.test(this.#text.charAt(start)) || this.#text.slice(written.start, start) !== tag) return;
    const message = `There must be a space between \`${tag}\` and \`${this.#text.charAt(start)}\`.`;
    this.#tell({ range: written, code: 'tag-end', message });
  }

  #collectionOrScalar(node: unknown, range: Range, depth: number): Node {
    if (isMap(node)) return this.#map(node, range, depth);
    if (isSeq(node)) return this.#list(node, range, depth);
    return isScalar(node) ? scalarNode(node, range, this.#reading) : emptyAt(range);
  }

  #list(node: YAMLSeq, range: Range, depth: number): ListNode {
    const items: Node[] = [];
    let end = range.start + 1;
    for (const item of node.items) {
      const value = this.read(item, end, depth + 1);
      items.push(value);
      end = Math.max(end, endOf(item, value, end));
    }
    const flow = node.flow === true;
    return { kind: 'list', range: spanOf(range, flow, end), flow, items };
  }

  #map(node: YAMLMap, range: Range, depth: number): MapNode {
    const index = new Map<string, Entry>();
    const merges: Entry[] = [];
    const duplicates: Entry[] = [];
    let end = range.start;
    for (const pair of node.items) {
      const entry = this.#entry(pair, end, depth);
      end = Math.max(end, entry.range.end);
      const { string, style } = entry.key;
      const merging = string === '<<' && style === 'plain';
      const first = merging ? merges[0] : index.get(string);
      if (first) {
        duplicates.push(entry);
        this.#duplicate(entry, first);
      } else if (merging) merges.push(entry);
      else index.set(string, entry);
    }
    for (const merge of merges) this.#merge(merge, index);
    const flow = node.flow === true;
    return mapNode({ range: spanOf(range, flow, end), flow, entries: [...index.values()], merges, duplicates }, index);
  }

  #entry(pair: { key: unknown; value: unknown }, at: number, depth: number): Entry {
    const keyRange = rangeOf(pair.key, at);
    const key = this.read(pair.key, at, depth + 1);
    const value = this.read(pair.value, keyRange.end, depth + 1);
    const end = Math.max(keyRange.end, endOf(pair.value, value, keyRange.end));
    return { key: this.#simpleKey(key, keyRange), value, range: { start: keyRange.start, end } };
  }

  /** Key paths are built from keys, so that long ones would make everything slow: https://yaml.org/spec/1.2.2/#742-flow-mappings */
  #simpleKey(key: Node, range: Range): ScalarNode {
    if (key.kind === 'scalar' && key.string.length <= KEY_LENGTH) return key;
    const long = key.kind === 'scalar';
    const message = long
      ? `This key is longer than ${KEY_LENGTH} characters.`
      : 'A key must be a single word here, not a list or a map.';
    this.#tell({ range: key.via ?? range, code: long ? 'long-key' : 'complex-key', message });
    return { ...emptyAt(range), string: this.#text.slice(range.start, Math.min(range.end, range.start + KEY_LENGTH)) };
  }

  /** https://yaml.org/type/merge.html: written keys win over merged ones, earlier maps over later ones. */
  #merge({ value, key }: Entry, index: Map<string, Entry>): void {
    for (const source of value.kind === 'list' ? value.items : [value]) {
      if (source.kind !== 'map') {
        this.#tell({ range: source.via ?? key.range, code: 'merge-not-a-map', message: '`<<` can only merge maps.' });
        continue;
      }
      for (const entry of source.entries) if (!index.has(entry.key.string)) index.set(entry.key.string, entry);
    }
  }

  #alias(name: string, range: Range, depth: number): Node {
    const target = this.#anchors.get(name);
    if (target === undefined) {
      this.#tell({ range, code: 'undefined-alias', message: `Nothing above has the anchor \`&${name}\`.` });
      return emptyAt(range);
    }
    if (target === 'open') {
      this.#tell({ range, code: 'alias-cycle', message: `\`*${name}\` stands inside the value that it repeats.` });
      return emptyAt(range);
    }
    const copy = expand(target, range, this.#aliased, depth);
    return copy ?? this.#limit(range, 'alias-limit', 'Aliases repeat more than can be read: they would fill the memory.');
  }

  #duplicate({ key, range, via }: Entry, first: Entry): void {
    const message = `The key \`${key.string}\` stands twice in this map.`;
    const related = { range: first.key.range, message: 'First written here.' };
    this.#tell({
      range: via ?? key.via ?? { start: range.start, end: key.range.end },
      code: 'duplicate-key',
      message,
      related,
      hint: 'Keep one of them.',
    });
  }

  #limit(range: Range, code: string, message: string): ScalarNode {
    if (!this.#told.has(code)) this.#tell({ range, code, message });
    this.#told.add(code);
    return emptyAt(range);
  }

  #tell(problem: ComposeProblem): void {
    this.#problems.push(problem);
  }
}

function rangeOf(node: unknown, at: number): Range {
  const range = (isScalar(node) || isAlias(node) || isMap(node) || isSeq(node)) && node.range;
  return range ? { start: range[0], end: range[1] } : { start: at, end: at };
}

/** Brackets end a flow collection; a block collection ends with its last value. Broken texts may have values beyond brackets. */
const spanOf = ({ start, end }: Range, flow: boolean, last: number): Range => ({ start, end: flow ? Math.max(end, last) : last });

/** Where what is written here ends: an alias ends here, its value elsewhere. */
const endOf = (written: unknown, read: Node, at: number): number =>
  isAlias(written) ? rangeOf(written, at).end : read.range.end;

function properties(node: unknown): { anchor?: string | undefined; tag?: string | undefined } {
  return isScalar(node) || isMap(node) || isSeq(node) ? { anchor: node.anchor, tag: node.tag } : {};
}

function emptyAt(range: Range): ScalarNode {
  return { kind: 'scalar', range, value: null, string: '', style: 'plain', interpolated: false };
}
