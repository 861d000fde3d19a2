// Build arguments that a RUN uses although its stage does not see them: declared in front of the first FROM, in another stage, or nowhere.
import type { Range } from '../../model.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';

export interface OutOfScope {
  readonly name: string;
  /** `$NAME`, or `${NAME` without what follows. */
  readonly range: Range;
  /** The stage whose ARG it is; `null`: an ARG in front of the first FROM; `undefined`: one that BuildKit knows without any ARG. */
  readonly where: Stage | null | undefined;
}

const USE = /(?<![\\$])\$(?:([A-Za-z_]\w{0,100})(?!\w)|\{([A-Za-z_]\w{0,100})\})/g;
const PLATFORM = /^(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)$/;
/** What images of languages and frameworks set themselves. */
const OFTEN_SET = /VERSION|^(?:PATH|HOME|USER|SHELL|LANG|PWD|HOSTNAME)$|_(?:HOME|PATH|DIR|ROOT)$|_PREFIX$/;

/** Each name once in each stage. */
export function outOfScope(file: Dockerfile): OutOfScope[] {
  const declared = new Map<string, Stage | null>();
  for (const { stage, pairs } of file.instructions('ARG')) for (const { name } of pairs) declared.set(name.value, stage);
  const names = new Map<Stage, ReadonlySet<string>>();
  const sets = (stage: Stage, name: string) => [stage, ...stage.ancestors()].some((link) => namesIn(link, names).has(name));
  return file.stages.flatMap((stage) => {
    const runs = stage.instructionsOf('RUN').filter(({ json, shell }) => !json && shell);
    const seen = new Set<string>();
    return runs
      .flatMap((run) => {
        let assigned: ReadonlySet<string> | undefined;
        return uses(file, run).filter(({ name }) => {
          const known = declared.has(name) || PLATFORM.test(name);
          if (!known || seen.has(name) || OFTEN_SET.test(name) || sets(stage, name)) return false;
          assigned ??= namesAssigned(file, run);
          if (assigned.has(name) || assigned.has('*')) return false;
          seen.add(name);
          return true;
        });
      })
      .map((use) => ({ ...use, where: declared.get(use.name) }));
  });
}

/** Names in the text of a RUN outside of single quotes. */
function uses(file: Dockerfile, { range }: Instruction): { name: string; range: Range }[] {
  const text = file.source.text.slice(range.start, range.end);
  if (!text.includes('$')) return [];
  const found: { name: string; range: Range }[] = [];
  let quoted = false;
  let looked = 0;
  for (const match of text.matchAll(USE)) {
    for (; looked < match.index; looked++) if (text.charAt(looked) === "'") quoted = !quoted;
    const name = match[1] ?? match[2] ?? '';
    const start = range.start + match.index;
    if (!quoted) found.push({ name, range: { start, end: start + name.length + (match[2] === undefined ? 1 : 2) } });
  }
  return found;
}

/** The names of a stage's own ARGs and ENVs; `known` keeps them. */
function namesIn(stage: Stage, known: Map<Stage, ReadonlySet<string>>): ReadonlySet<string> {
  const before = known.get(stage);
  if (before) return before;
  const names = new Set(stage.instructionsOf('ARG', 'ENV').flatMap(({ pairs }) => pairs.map(({ name }) => name.value)));
  known.set(stage, names);
  return names;
}

/** What the RUN gives a value itself: `NAME=…`, `for NAME in`, `read NAME`; `*` when a file that is sourced may do so. */
function namesAssigned(file: Dockerfile, { commands, range }: Instruction): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name: command, args, assignments } of commands) {
    if (/^(?:\.|source|eval)$/.test(command)) names.add('*');
    for (const { name } of assignments) names.add(name);
    if (!/^(?:read|export|local|declare|printf|getopts|mapfile)$/.test(command)) continue;
    for (const { text } of args) names.add(text.split('=', 1)[0] ?? '');
  }
  const loops = file.source.text.slice(range.start, range.end).matchAll(/\bfor\s+(\w{1,100})\s/g);
  for (const [, name] of loops) if (name) names.add(name);
  return names;
}
