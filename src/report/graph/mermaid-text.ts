// Words for the inside of a quoted label of Mermaid: nothing in them is read as Mermaid, Markdown, HTML, an icon, a link or a formula.

/**
 * What could be read becomes a numeric entity. https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 * A whole line with `direction TB` in it, even in quotes, would be read as that alone.
 */
export const escaped = (text: string): string =>
  inert(text).replace(/[^\p{L}\p{N} ./,=→…]|^[^\p{L}./]|d(?=irection\s)/giu, (character, at: number, whole: string) =>
    isInside(character, whole, at) ? character : `#${character.codePointAt(0)};`,
  );

const BREAK = '\u200b';

/** Some versions read Markdown, HTML and icons only after the entities are resolved: then something invisible must stand in between. */
const inert = (text: string): string =>
  text
    .replaceAll('*', '\u2217')
    .replaceAll('~', '\u223c')
    .replaceAll('`', '\u02cb')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, (run) => BREAK + [...run].join(BREAK) + BREAK)
    .replace(/[\\<&$@\]]|:(?!\d)|\bwww(?=\.)/gi, `$&${BREAK}`)
    .replace(/^[^\p{L}./]/u, `${BREAK}$&`);

/** Between letters and digits an underscore or a dash is only itself, and so is a colon before a digit. */
function isInside(character: string, text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
  if (!/^[\p{L}\p{N}]$/u.test(before)) return false;
  return character === ':' ? /^\d$/.test(after) : /^[_-]$/.test(character) && /^[\p{L}\p{N}]$/u.test(after);
}
