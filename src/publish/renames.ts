// Where a conversation's file is now: GitHub leaves a thread at the path that the file had when it was begun.
import { kinOf } from '../findings.ts';
import type { Report } from '../model.ts';
import type { Thread } from './threads.ts';

type Home = (thread: Pick<Thread, 'path'>) => string;

/**
 * From a thread's path to the path at the head. A file that the pull request itself brought and then moved is known by what is
 * still wrong in it: the one other file without conversations of its own that has at least half of the findings.
 */
export function homes({ files, findings }: Report, threads: readonly Thread[]): Home {
  const here = new Set(files.map(({ path }) => path));
  const moved = new Map(files.flatMap(({ path, previousPath }) => (previousPath === undefined ? [] : [[previousPath, path]])));
  const lost = new Map<string, Set<string>>();
  for (const { path, fingerprint } of threads) {
    if (here.has(path) || moved.has(path)) continue;
    lost.set(path, (lost.get(path) ?? new Set()).add(kinOf(fingerprint)));
  }
  if (lost.size === 0) return ({ path }) => (here.has(path) ? path : (moved.get(path) ?? path));

  const taken = new Set(threads.map(({ path }) => path));
  const kinds = new Map<string, Set<string>>();
  for (const { path, fingerprint } of findings)
    if (!taken.has(path)) kinds.set(path, (kinds.get(path) ?? new Set()).add(kinOf(fingerprint)));
  for (const [path, said] of lost) {
    const shared = [...kinds].map(([to, has]) => ({ to, count: [...said].filter((kin) => has.has(kin)).length }));
    const likely = shared.filter(({ count }) => count > 0 && 2 * count >= said.size).sort((a, b) => b.count - a.count);
    const best = likely.filter(({ count }) => count === likely[0]?.count);
    const chosen = best.length === 1 ? best[0] : best.find(({ to }) => lastPart(to) === lastPart(path));
    if (!chosen) continue;
    moved.set(path, chosen.to);
    kinds.delete(chosen.to);
  }
  return ({ path }) => (here.has(path) ? path : (moved.get(path) ?? path));
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);
