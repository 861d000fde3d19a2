// Which ignore comments a change itself brings, and which it sets over other text than before.
import type { LineSpan } from '../model.ts';
import type { Document } from '../project.ts';
import { lineIndex, slice } from '../text.ts';
import type { Ignore } from './ignore.ts';

export interface Side {
  document: Document;
  ignores: readonly Ignore[];
}

export interface Changed {
  /** The base has no such comment. */
  added: ReadonlySet<Ignore>;
  /** These, and comments of the base that now stand over text that it does not have there. */
  moved: ReadonlySet<Ignore>;
}

export const UNCHANGED: Changed = { added: new Set(), moved: new Set() };

/** `touched`: lines that the change's hunks show; a comment outside of them is as it was. `base`: `null` for a new file. */
export function changedIgnores(head: Side, base: Side | null, touched: readonly LineSpan[]): Changed {
  const isShown = ({ at }: Ignore) => {
    const line = lineIndex(head.document.starts, at.start) + 1;
    return touched.some(({ from, to }) => from <= line && line <= to);
  };
  const left = new Map<string, number>();
  for (const ignore of base?.ignores ?? [])
    for (const key of keysOf(ignore, base?.document)) left.set(key, (left.get(key) ?? 0) + 1);
  const take = (key: string) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  };
  const moved = head.ignores.filter((ignore) => {
    const [exact, alike] = keysOf(ignore, head.document);
    return !(take(exact) && take(alike)) && isShown(ignore);
  });
  const added = moved.filter((ignore) => !take(keysOf(ignore, head.document)[1]));
  return { added: new Set(added), moved: new Set(moved) };
}

/** What a comment says with all that it covers, and with the first word of that, which most edits leave alone. */
function keysOf({ tool, rules, scope, covers }: Ignore, document: Document | undefined): readonly [string, string] {
  const what = JSON.stringify([tool, rules && [...rules].sort(), scope]);
  const text = scope === 'file' || !document ? '' : slice(document.source.text, covers).trim();
  return [`over ${what} ${text}`, `like ${what} ${/^\S*/.exec(text)?.[0] ?? ''}`];
}
