// What the shell parser is given at most: longer or deeper text is cut, because its time grows faster than the text there.
export const MAX_SCRIPT = 131_072;
/** Open brackets, quotes-in-quotes and blocks at once. */
export const MAX_NESTING = 48;
/** Levels of blocks and substitutions, and of the whole syntax tree. */
export const MAX_DEPTH = 96;
export const MAX_TREE_DEPTH = 400;
/** `sh -c "sh -c '…'"` */
export const MAX_SHELLS = 4;

export interface Cut {
  readonly text: string;
  readonly cut: boolean;
}

/** The beginning of a text that is neither too long nor too deep. */
export function cutToSize(text: string): Cut {
  const end = Math.min(text.length, MAX_SCRIPT, depthLimit(text));
  return end === text.length ? { text, cut: false } : { text: text.slice(0, end), cut: true };
}

/** Escaped backticks nest without brackets. */
const MAX_BACKTICKS = 512;
const MAX_HEREDOCS = 64;

const OPEN = /[(){}`]|<<+/g;

/** Where more brackets than allowed are open, or too many heredocs are announced; else the end. */
function depthLimit(text: string): number {
  let depth = 0;
  let backticks = 0;
  let heredocs = 0;
  OPEN.lastIndex = 0;
  for (let match = OPEN.exec(text); match; match = OPEN.exec(text)) {
    const char = match[0];
    if (char === '(' || char === '{') depth++;
    else if (char === '`') backticks++;
    else if (char.startsWith('<')) heredocs++;
    else if (depth > 0) depth--;
    if (depth > MAX_NESTING || backticks > MAX_BACKTICKS || heredocs > MAX_HEREDOCS) return match.index;
  }
  return text.length;
}
