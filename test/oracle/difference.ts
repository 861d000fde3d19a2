// One thing that we and the judge see differently.

export interface Difference {
  /** What of the file: `error`, `instructions`, `flags`, `json`, `heredocs`, or a path into a Compose model. */
  readonly of: string;
  /** From 1; 0: about no line. */
  readonly line: number;
  readonly ours: string;
  readonly theirs: string;
}

const MAX_SHOWN = 160;

/** A value as one short line. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const line = text.replace(/\s+/g, ' ');
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}
