// BuildKit's own checks beside our rules that say the same (`also: ['buildkit/…']`): which of them speak on which line.
import rules from '../../rules/index.ts';
import { defaultSettings } from '../../src/config/defaults.ts';
import type { SourceFile } from '../../src/model.ts';
import { parseDockerfile } from '../../src/parse/dockerfile/parse.ts';
import { parsers } from '../../src/parse/parsers.ts';
import { review } from '../../src/review.ts';
import { lineIndex } from '../../src/text.ts';
import type { DockerfileView } from './answer.ts';

/** Names of checks begin with a capital; `buildkit/syntax` and its like mean what stops a build. */
const CHECK = /^buildkit\/([A-Z]\w*)$/;
const namesOf = new Map(rules.map((rule) => [rule.id, (rule.also ?? []).flatMap((id) => CHECK.exec(id)?.[1] ?? [])]));
const ours = rules.filter((rule) => namesOf.get(rule.id)?.length);
/** BuildKit runs it only when a file asks for experiments. */
const EXPERIMENTAL = 'InvalidDefinitionDescription';
/** They ask a registry and a build context, and the judge has neither. */
const ASK_ELSEWHERE = ['InvalidBaseImagePlatform', 'CopyIgnoredFile'];

const IMAGE = 'InvalidDefaultArgInFrom';

/** A check that speaks about an instruction, however often it does; the instruction by its first line. */
export interface Spoken {
  readonly check: string;
  readonly line: number;
}

export interface ComparedChecks {
  readonly equal: readonly Spoken[];
  /** Only BuildKit says it. */
  readonly missing: readonly Spoken[];
  /** Only we say it. */
  readonly extra: readonly Spoken[];
}

export function compareChecks(file: SourceFile, theirs: DockerfileView): ComparedChecks {
  const { all, directives, problems, starts } = parseDockerfile(file);
  // BuildKit names the first line of an instruction, and the last one for empty lines in it; we name the word.
  const instructionStarts = all.map(({ startLine }) => startLine);
  const spoken = ({ check, line }: Spoken): [string, Spoken] => {
    const start = instructionStarts[lineIndex(instructionStarts, line)] ?? line;
    return [`${check} ${start}`, { check, line: start }];
  };
  const experiments = directives.some(({ name, value }) => name === 'check' && value.includes('experimental'));
  const silent = new Set(experiments ? ASK_ELSEWHERE : [...ASK_ELSEWHERE, EXPERIMENTAL]);
  const said = new Map(
    speak(file)
      .filter(({ check }) => !silent.has(check))
      .map(spoken),
  );
  const expected = new Map(theirs.checks.map(({ rule, line }) => spoken({ check: rule, line })));
  // Where an image that is refused is told as such, nothing is missing.
  const refused = new Set(problems.map(({ range }) => spoken({ check: IMAGE, line: lineIndex(starts, range.start) + 1 })[0]));
  return {
    equal: [...expected].filter(([key]) => said.has(key) || refused.has(key)).map(([, one]) => one),
    missing: [...expected].filter(([key]) => !said.has(key) && !refused.has(key)).map(([, one]) => one),
    // BuildKit says no more once it refuses a file.
    extra: theirs.error ? [] : [...said].filter(([key]) => !expected.has(key)).map(([, one]) => one),
  };
}

/** What our rules say, under BuildKit's names. */
function speak(given: SourceFile): Spoken[] {
  // What folders are called says something to us, and nothing to BuildKit.
  const file = { ...given, path: 'Dockerfile' };
  const { findings } = review(
    {
      of: file.path,
      reviewed: [file.path],
      kinds: { [file.path]: 'dockerfile' },
      head: [file],
      base: [],
      touched: null,
      tree: [file.path],
      settings: { ...defaultSettings, preset: 'all' },
      today: '2026-11-21',
      notices: [],
    },
    { rules: ours, parsers },
  );
  const { starts } = parseDockerfile(file);
  return findings
    .filter(({ path, hidden }) => path === file.path && hidden === undefined)
    .flatMap(({ rule, range }) =>
      (namesOf.get(rule) ?? []).map((check) => ({ check, line: lineIndex(starts, range.start) + 1 })),
    );
}
