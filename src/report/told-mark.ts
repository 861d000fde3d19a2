// The hidden list of what a review tells outside of its comments. It only counts together with the review's author.

const LIST = /<!-- hullcheck:told((?: [0-9a-f]{8})*) -->/;
/** Nine characters each: more would not leave room for the review. */
const MOST = 4_000;

/** `keys`: eight hexadecimal digits each. Empty when there are none. */
export const toldMark = (keys: readonly string[]): string =>
  keys.length === 0 ? '' : `<!-- hullcheck:told ${keys.slice(0, MOST).join(' ')} -->`;

export const toldIn = (body: string): string[] => LIST.exec(body)?.[1]?.trim().split(' ').filter(Boolean) ?? [];
