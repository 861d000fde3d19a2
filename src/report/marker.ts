// The hidden mark at the end of what we post. It only counts together with its author: anyone can write it.

const MARKER = /<!-- hullcheck:v1 ([\w.%~-]{1,200})(?: ([\w.%~-]{1,100}))? -->\s*$/;

// `--` would end an HTML comment.
const token = (text: string) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, '~')
    .replaceAll('--', '-%2D');

/** `speaker` keeps apart those who post through one account, such as two workflows. */
export function marker(what: string, speaker?: string): string {
  return `<!-- hullcheck:v1 ${token(what)}${speaker ? ` ${token(speaker)}` : ''} -->`;
}

/** What the last mark of a text says and whose it is, `''` for nobody's name; `null`: there is none. Only the end is looked at. */
export function markIn(body: string): { what: string; speaker: string } | null {
  const [, what, by = ''] = MARKER.exec(body.slice(-400)) ?? [];
  return what === undefined ? null : { what: decode(what), speaker: decode(by) };
}

/** What the last mark of a text says; `null` when there is none of this speaker. */
export function markedAs(body: string, speaker = ''): string | null {
  const mark = markIn(body);
  return mark?.speaker === speaker ? mark.what : null;
}

const FIXED = 'fixed:';

/** What the mark of a comment says that tells of a fixed finding. */
export const markFixed = (fingerprint: string): string => FIXED + fingerprint;

/** The finding that a mark tells to be fixed; `null` when it says something else. */
export const fixedMark = (mark: string): string | null => (mark.startsWith(FIXED) ? mark.slice(FIXED.length) : null);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
