// How many columns of a terminal a text takes.

// Combining marks, joiners and variation selectors take none.
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
// East Asian Wide and Fullwidth, by blocks, and emoji. https://www.unicode.org/reports/tr11/
const WIDE =
  /^[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18aff}\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f251}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}/u;

/** Of one character, given as a string of one code point. */
export function characterWidth(character: string): number {
  if (character < '\u0300') return 1;
  return ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}

export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += characterWidth(character);
  return columns;
}
