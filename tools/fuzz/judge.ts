// What must hold for any text: nothing throws, every range lies inside, and no rule breaks.
import rules from '../../rules/index.ts';
import { defaultSettings } from '../../src/config/defaults.ts';
import type { Files } from '../../src/parse/compose/load/job.ts';
import { loadProject } from '../../src/parse/compose/load/load.ts';
import type { Compose } from '../../src/parse/compose/model.ts';
import { parseCompose } from '../../src/parse/compose/parse.ts';
import { parseDockerfile } from '../../src/parse/dockerfile/parse.ts';
import { parsers } from '../../src/parse/parsers.ts';
import { review } from '../../src/review.ts';
import { wrongRange } from './ranges.ts';
import type { TextKind } from './words.ts';

/** What is wrong, as a sentence; `null` when nothing is. `rules`: also every rule looks at it. */
export function judge(kind: TextKind, text: string, withRules: boolean): string | null {
  const source = { path: kind === 'compose' ? 'compose.yaml' : 'Dockerfile', text: fileText(kind, text), bom: false };
  try {
    const file = kind === 'compose' ? parseCompose(source) : parseDockerfile(source);
    const project = file.kind === 'compose' ? loadProject([file], nothingElse(file)) : null;
    const wrong = wrongRange(file, source.text.length) ?? (project && wrongRange(project, source.text.length));
    if (wrong) return `a range lies outside of the text: ${wrong}`;
    if (!withRules) return null;
    const { notices } = review(
      {
        of: 'fuzz',
        reviewed: [source.path],
        head: [source],
        base: [],
        touched: null,
        tree: [source.path],
        settings: { ...defaultSettings, preset: 'all' },
        today: '2026-11-21',
        notices: [],
      },
      { rules, parsers },
    );
    return notices.find((notice) => notice.kind === 'failure')?.message ?? null;
  } catch (error) {
    return `it throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** A repository with this file alone. */
const nothingElse = (file: Compose): Files => ({
  compose: (path) => (path === file.path ? file : undefined),
  text: () => undefined,
  has: (path) => path === file.path,
});

/** A text of the shell is looked at as a RUN. */
const fileText = (kind: TextKind, text: string): string => (kind === 'shell' ? `FROM a\nRUN ${text}` : text);
