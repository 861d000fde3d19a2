// Each fix of a Compose file by itself, beside what it may change in the model that Compose loads.
import rules from '../../rules/index.ts';
import { defaultSettings } from '../../src/config/defaults.ts';
import { applyFixes } from '../../src/fix.ts';
import type { Finding, Range, SourceFile } from '../../src/model.ts';
import type { Compose } from '../../src/parse/compose/model.ts';
import type { Entry } from '../../src/parse/compose/node.ts';
import { parseCompose } from '../../src/parse/compose/parse.ts';
import { parsers } from '../../src/parse/parsers.ts';
import { review } from '../../src/review.ts';
import type { Difference } from './difference.ts';

export interface Fixed {
  readonly finding: Finding;
  readonly text: string;
  /** Paths into the model, such as `services.web.ports`, in which a fix that is not safe is written. */
  readonly written: ReadonlySet<string>;
}

/** The outcome of every fix that any rule offers for a file, each applied alone. */
export function fixesOf(source: SourceFile, today: string): Fixed[] {
  const { path } = source;
  const snapshot = { of: path, reviewed: [path], kinds: { [path]: 'compose' as const }, head: [source], base: [], touched: null };
  const report = review(
    { ...snapshot, tree: [path], settings: { ...defaultSettings, preset: 'all' }, today, notices: [] },
    { rules, parsers },
  );
  const before = parseCompose(source);
  return report.findings.flatMap((finding) => {
    const [after] = finding.hidden ? [] : applyFixes([source], [finding], 'unsafe').files;
    return after ? [{ finding, text: after.text, written: writtenIn(before, parseCompose(after), finding) }] : [];
  });
}

/** Safe fixes that the model shows, although containers are the same: only what they are written in may change. */
const WITHOUT_EFFECT: ReadonlyMap<string, string> = new Map([
  ['no-redundant-expose', 'what is published is exposed'],
  ['no-unused-definitions', 'Compose makes nothing of what no service uses'],
  ['sorted-ports', 'the order of ports means nothing'],
]);
/** What follows from a fix elsewhere in the model. */
const FOLLOWS: ReadonlyMap<string, RegExp> = new Map([
  ['no-host-network', /^model\.(?:services\.[^[]+\.)?networks(?:\.default)?$/],
]);

/** What the fix must not have changed, or changed without saying so. */
export function unsaid({ finding: { rule, fix }, written }: Fixed, differences: readonly Difference[]): Difference[] {
  if (fix?.safety === 'safe' && !WITHOUT_EFFECT.has(rule)) return [...differences];
  const isWritten = (of: string) =>
    [...written].some((path) => `${of}.`.startsWith(`model.${path}.`) || of.startsWith(`model.${path}[`));
  return differences.filter(({ of }) => !isWritten(of) && !FOLLOWS.get(rule)?.test(of));
}

function writtenIn(before: Compose, after: Compose, { fix }: Finding): Set<string> {
  const paths = new Set<string>();
  let growth = 0;
  for (const { range, text } of [...(fix?.edits ?? [])].sort((a, b) => a.range.start - b.range.start)) {
    const start = range.start + growth;
    growth += text.length - (range.end - range.start);
    for (const path of pathsAt(before, range)) paths.add(path);
    for (const path of pathsAt(after, { start, end: start + text.length })) paths.add(path);
  }
  return paths;
}

/** The keys that a stretch of the file touches: of services the keys in them, else the top-level ones and what they hold. */
function pathsAt({ root }: Compose, range: Range): string[] {
  const touched = (entries: readonly Entry[] | undefined) =>
    (entries ?? []).filter((entry) => !entry.via && entry.range.start < range.end && range.start < entry.range.end);
  return touched(root?.entries).flatMap((top) => {
    if (top.value.kind !== 'map' || (range.start <= top.range.start && top.range.end <= range.end)) return [top.key.string];
    return touched(top.value.entries).flatMap((part) => {
      const name = `${top.key.string}.${part.key.string}`;
      if (top.key.string !== 'services' || part.value.kind !== 'map' || part.value.via) return [name];
      return touched(part.value.entries).map(({ key }) => `${name}.${key.string}`);
    });
  });
}
