// Our own comment once its finding is gone, where GitHub lets us neither resolve nor hide the conversation.
import { marker, markFixed } from './marker.ts';

const KEPT = 4_000;

/** `body`: as it was posted. Its fix is left out, so that nobody applies it again. */
export function fixedComment(body: string, fingerprint: string, head: string, speaker?: string): string {
  const [said = ''] = body.split(/^(?:`{3,}|<details>|<sub>|<!--)/m, 1);
  const before = said.replace(/\n\nFix[^\n]*\n*$/, '').trim();
  const quoted = before === '' || before.length > KEPT ? [] : [before.replace(/^/gm, '> ')];
  return [`Fixed in ${head.slice(0, 7)}.`, ...quoted, marker(markFixed(fingerprint), speaker)].join('\n\n');
}
