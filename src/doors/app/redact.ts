// Makes a line of the log safe: no token, key or signed assertion in it, and no character that a terminal obeys.

/** By prefix: the length of GitHub's tokens changes. https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/ */
const TOKEN = /\b(gh[a-z]_|github_pat_)[\w.-]+/g;
const JSON_WEB_TOKEN = /\beyJ[\w-]{1,4000}\.[\w-]{1,4000}\.[\w-]{1,4000}/g;
const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^"]*/g;
/** Control characters beyond those that JSON escapes, line separators, and what turns the direction of text. */
const OBEYED = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** `line` is JSON and stays it. */
export function redact(line: string): string {
  return line
    .replace(TOKEN, '$1[redacted]')
    .replace(JSON_WEB_TOKEN, '[redacted]')
    .replace(PRIVATE_KEY, '[redacted]')
    .replace(OBEYED, escaped);
}
