// The part of a file that a line belongs to: an instruction of a Dockerfile, a key of a Compose file.
import type { Node } from './parse/compose/node.ts';
import type { Document } from './project.ts';
import { lastLine, lineIndex, lineText } from './text.ts';

export interface Part {
  /** `RUN`, or the keys from the root: `services.web.ports`. */
  name: string;
  /** Lines, from 1, both included. */
  from: number;
  to: number;
}

const DEPTH = 100;

/** `null` for comments, empty lines, and where nothing can be read. */
export function partAt(document: Document, line: number): Part | null {
  const { source, starts } = document;
  const text = lineText(source.text, starts, line - 1);
  const start = (starts[line - 1] ?? 0) + (/^\s*/.exec(text)?.[0].length ?? 0);
  if (document.kind === 'dockerfile') {
    const instruction = document.instructionAt(start);
    return instruction && { name: instruction.keyword, from: instruction.startLine, to: instruction.endLine };
  }
  if (!document.root || /^\s*(?:#|$)/.test(text)) return null;
  const found: Part = { name: '', from: line, to: line };
  const keys: string[] = [];
  let node: Node | undefined = document.root;
  for (let depth = 0; node && depth < DEPTH; depth++) {
    const within: readonly { key: string; node: Node; start: number; end: number }[] = partsOf(node);
    const next = within.find((one) => lineIndex(starts, one.start) < line && lastLine(starts, one) >= line);
    if (!next) break;
    if (next.key !== '') {
      keys.push(next.key);
      found.from = lineIndex(starts, next.start) + 1;
      found.to = lastLine(starts, next);
    }
    if (lineIndex(starts, next.start) === line - 1 && next.key !== '') break;
    node = next.node;
  }
  return keys.length > 0 ? { ...found, name: keys.join('.') } : null;
}

function partsOf(node: Node) {
  if (node.kind === 'scalar' || node.via) return [];
  if (node.kind === 'list') return node.items.map((item) => ({ key: '', node: item, ...item.range }));
  return node.entries.filter(({ via }) => !via).map(({ key, value, range }) => ({ key: key.string, node: value, ...range }));
}
