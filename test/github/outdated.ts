// Where comments stand after the branch moved: carried along with their lines, or outdated when these changed.
import { carryLine, type DiffLine, type FileDiff } from './diff.ts';
import { diffOf, filesOf } from './shapes/pull.ts';
import type { Anchor, Side, Thread } from './world.ts';

function lineIn(file: FileDiff | undefined, number: number | null, side: Side): DiffLine | null {
  if (number === null) return null;
  const lines = file?.hunks.flatMap((hunk) => hunk.lines) ?? [];
  return lines.find((line) => (side === 'LEFT' ? line.left : line.right) === number) ?? null;
}

/** The commented head lines' new numbers; null when one of them changed, or others came between. */
function carried(change: FileDiff | undefined, { startLine, line }: Anchor): { startLine: number | null; line: number } | null {
  if (line === null) return null;
  if (!change) return { startLine, line };
  if (change.patch === null || change.status === 'removed') return null;
  const first = startLine ?? line;
  const numbers = Array.from({ length: line - first + 1 }, (_, at) => carryLine(change.hunks, first + at));
  const [start] = numbers;
  if (start === null || start === undefined || numbers.some((number, at) => number !== start + at)) return null;
  return { startLine: startLine === null ? null : start, line: start + line - first };
}

/** Moves a thread that stands at the commit `from` to the pull request's head. */
export async function carryThread(thread: Thread, from: string): Promise<void> {
  const { pull, path, current } = thread;
  if (!current || from === pull.head.sha) return;
  const changes = await diffOf(pull.repository, from, pull.head.sha);
  const change = changes.find((file) => file.path === path || file.previousPath === path);
  const file = (await filesOf(pull)).find((candidate) => candidate.path === path);
  if (thread.subject === 'file') {
    thread.current = file ? current : null;
    return;
  }
  const both = current.startSide === 'LEFT' || current.side === 'LEFT';
  const moved = both ? (change ? null : { startLine: current.startLine, line: current.line }) : carried(change, current);
  const end = moved && lineIn(file, moved.line, current.side);
  const start = moved && (moved.startLine === null || lineIn(file, moved.startLine, current.startSide ?? current.side));
  thread.current = moved && end && start ? { ...current, ...moved, position: end.position } : null;
}
