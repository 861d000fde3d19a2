// Whether a file is written by a program: what it says is to be changed elsewhere.

const HEADER = 2000;
const SAYS_SO = /^\s{0,20}(?:#|\/\/).{0,200}\b(?:\w{2,10}-?generated|generated (?:by|from|with|via)|do not edit|don't edit)\b/im;

/** By a comment in its first lines. */
export const isGenerated = (text: string): boolean => SAYS_SO.test(text.slice(0, HEADER));
