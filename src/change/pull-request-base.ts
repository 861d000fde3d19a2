// The base side of changed files: each head text with its patch taken back, for that is what the diff was made from.
import type { LineSpan, SourceFile } from '../model.ts';
import { changedSpan, newSpans, textBefore } from './patch.ts';
import type { ChangedFile } from './pull-request-files.ts';
import { isText, type TextReader } from './pull-request-texts.ts';

export interface BaseSides {
  /** By their paths on the base. */
  files: SourceFile[];
  touched: Record<string, LineSpan[]>;
  /** Only of patches that fit. */
  hunks: Record<string, LineSpan[]>;
}

const BOM = '\uFEFF';

/** Where a patch is missing or does not fit its text, the file of the base's commit stands in, and nothing there can be commented on. */
export async function baseSides(
  readTexts: TextReader,
  base: string,
  heads: readonly SourceFile[],
  changed: readonly ChangedFile[],
): Promise<BaseSides> {
  const sides: BaseSides = { files: [], touched: Object.create(null), hunks: Object.create(null) };
  const texts = new Map(heads.map((file) => [file.path, file]));
  const unfit: ChangedFile[] = [];
  for (const file of changed) {
    const after = texts.get(file.path);
    if (!after && file.kind !== 'removed') continue;
    const before = file.hunks && textBefore(after ? (after.bom ? BOM : '') + after.text : '', file.hunks);
    if (before === null) {
      unfit.push(file);
      continue;
    }
    if (after) sides.hunks[file.path] = newSpans(file.hunks ?? []);
    if (file.kind !== 'added') sides.files.push(source(file.previousPath, before));
  }
  const onBase = unfit.filter(({ kind }) => kind !== 'added');
  const { texts: read } = await readTexts(onBase.map(({ previousPath }) => ({ commit: base, path: previousPath })));
  const before = new Map(read.map((text, i) => [onBase[i]?.path, text]));
  for (const { path } of unfit) {
    const old = before.get(path);
    const after = texts.get(path);
    if (isText(old)) sides.files.push(old);
    if (after) sides.touched[path] = changedSpan(isText(old) ? old.text : '', after.text);
  }
  return sides;
}

function source(path: string, whole: string): SourceFile {
  const bom = whole.startsWith(BOM);
  return { path, text: bom ? whole.slice(1) : whole, bom };
}
