// What COPY and ADD take from the build context: sources that are neither of another stage, nor fetched, nor written in the file.
import { levels } from './context-path.ts';
import { heredocWord } from './heredocs.ts';
import type { Dockerfile, Instruction, Word } from './model.ts';
import { isGitUrl, isWebUrl } from './source-url.ts';

export interface ContextSource {
  readonly word: Word;
  /** Relative to the context, without `.` and slashes around; `''` is the context itself. */
  readonly path: string;
}

/** Sources whose variables are known. */
export function contextSources(file: Dockerfile, instruction: Instruction): ContextSource[] {
  if ((instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') || instruction.flag('from')) return [];
  const { words, json } = instruction;
  return words.slice(0, -1).flatMap((word) => {
    if (!json && heredocWord(word.text)) return [];
    const value = json ? word.value : file.expand(word.text, instruction);
    if (value === null || value === '' || isWebUrl(value) || isGitUrl(value)) return [];
    return [{ word, path: levels(value).join('/') }];
  });
}
