// Every ignore comment of a file: our own and those of other tools, each with what it covers.
import type { Document } from '../project.ts';
import { lineIndex, lineText } from '../text.ts';
import { buildkit } from './buildkit.ts';
import { checkov } from './checkov.ts';
import { dclint } from './dclint.ts';
import { dockerfileUtils } from './dockerfile-utils.ts';
import { hadolint } from './hadolint.ts';
import { hullcheck } from './hullcheck.ts';
import type { Ignore, Reader } from './ignore.ts';
import { kics } from './kics.ts';
import { covered, nextWritten } from './scope.ts';
import { semgrep } from './semgrep.ts';
import { trivy } from './trivy.ts';

const READERS: readonly Reader[] = [hullcheck, hadolint, buildkit, trivy, checkov, kics, dclint, dockerfileUtils, semgrep];

// Most files have none: one look at each `#` of the text tells.
const MARKER =
  /#[ \t]*(?=hullcheck\b|hadolint\b|tally\b|check[ \t]*=|trivy:|tfsec:|checkov:|bc:|cortex:|kics-scan\b|dclint\b|dockerfile-utils:|nosem)/gi;

const LONGEST = 4096;
/** Comments of one file that are heeded; nobody writes more. */
const MOST = 500;

/** In the order of the text. `today` (`YYYY-MM-DD`): comments that hold until a day end with it. */
export function ignoresOf(document: Document, today: string): Ignore[] {
  const { source, starts, kind } = document;
  const ignores: Ignore[] = [];
  const next = nextWritten(document);
  let heads: number | null = null;
  for (const match of source.text.matchAll(MARKER)) {
    if (ignores.length >= MOST) break;
    const index = lineIndex(starts, match.index);
    const line = lineText(source.text, starts, index);
    const column = match.index - (starts[index] ?? 0);
    if (line.length > LONGEST) continue;
    const before = line.slice(0, column);
    const own = /^[\s#]*$/.test(before);
    if (!own && (kind === 'dockerfile' || !/\s$/.test(before))) continue;
    heads ??= headLines(document);
    const said = { text: line.slice(column + match[0].length), kind, first: index < heads, today };
    const directive = kind === 'dockerfile' && document.directives.some(({ range }) => lineIndex(starts, range.start) === index);
    const at = { start: match.index, end: match.index - column + line.length };
    for (const read of READERS)
      for (const one of read({ ...said, directive }))
        ignores.push({ ...one, at, covers: covered(document, one.scope, index, own, next) });
  }
  return ignores;
}

/** How many lines at the top are comments, empty, or the mark of a YAML document. */
function headLines({ source, starts }: Document): number {
  let index = 0;
  while (index < starts.length && /^\s*(?:---\s*)?(?:#.*)?$/.test(lineText(source.text, starts, index))) index++;
  return index;
}
