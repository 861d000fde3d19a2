// Lists of ids and reasons, as comments of all tools have them in common.

/** Ids of one comment that are heeded. */
const MOST = 50;

/** Ids between commas, blanks around them allowed. */
export const listed = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
    .slice(0, MOST);

/** What follows the ids, without the signs that set it apart: ` -- why`, `: why`, `# why`, `;reason=why`. */
export const reasonIn = (rest: string): string =>
  rest
    .trim()
    .replace(/^(?:--|[-:#–—]|;\s*reason\s*=)\s*/i, '')
    .replace(/^"([^"]*)"$/, '$1')
    .trim();
