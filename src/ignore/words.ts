// Lists of ids and reasons, as comments of all tools have them in common.

/** Ids between commas, blanks around them allowed. */
export const listed = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** What follows the ids, without the signs that set it apart: ` -- why`, `: why`, `# why`, `;reason=why`. */
export const reasonIn = (rest: string): string =>
  rest
    .trim()
    .replace(/^(?:--|[-:#–—]|;\s*reason\s*=)\s*/i, '')
    .replace(/^"([^"]*)"$/, '$1')
    .trim();
