// One line on standard error that is rewritten while a review runs: only on a terminal, and only when it takes long.
import fs from 'node:fs';
import { terminal } from '../../report/escape.ts';
import { columns } from './stream.ts';

export interface Progress {
  step(what: string): void;
  end(): void;
}

export const SILENT: Progress = { step: () => {}, end: () => {} };

/** Milliseconds before the first line, and between two. */
const PATIENCE = 500;
const PACE = 100;

export function progressLine(): Progress {
  let next = Date.now() + PATIENCE;
  let width: number | undefined;
  let shown = false;
  return {
    step(what) {
      const now = Date.now();
      if (now < next) return;
      next = now + PACE;
      width ??= columns(2) ?? 0;
      if (width === 0) return;
      shown = true;
      fs.writeSync(2, `\r\x1b[K${terminal(what).slice(0, width - 1)}`);
    },
    end() {
      if (shown) fs.writeSync(2, '\r\x1b[K');
    },
  };
}
