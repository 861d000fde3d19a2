// Writes a bundle in ASCII: one other letter would make V8 hold all of it in two bytes each.

/** Characters beyond ASCII → escapes. esbuild does so in strings; what is left stands in regular expressions. */
export const ascii = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
