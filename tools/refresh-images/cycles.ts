// The release cycles of a product as endoflife.date gives them: https://endoflife.date/docs/api/

/** Release → last day with updates. @throws with a sentence where the answer is something else. */
export function readCycles(answer: unknown): Map<string, string> {
  if (!Array.isArray(answer)) throw new Error('the answer is no list of releases');
  const found = new Map<string, string>();
  for (const one of answer) {
    const { cycle, eol }: { cycle?: unknown; eol?: unknown } = Object(one);
    if ((typeof cycle !== 'string' && typeof cycle !== 'number') || !/^[\w.-]{1,20}$/.test(String(cycle)))
      throw new Error('a release has no name');
    // `true` and `false`: it has ended, or not, and nobody knows the day.
    if (typeof eol === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(eol)) found.set(String(cycle), eol);
  }
  return found;
}
