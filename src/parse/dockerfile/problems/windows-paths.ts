// WORKDIR, COPY and ADD in a build for Windows, whose paths all lie on the drive C: https://docs.docker.com/reference/dockerfile/#workdir
import { heredocWord } from '../heredocs.ts';
import type { Word } from '../model.ts';
import { isGitUrl, isWebUrl } from '../source-url.ts';
import { type Check, quote } from './report.ts';

export const checkWindowsPaths: Check = (instruction, report, evaluate, { windows }) => {
  const { keyword, stage } = instruction;
  if (!windows || !stage || isLinux(stage.platform?.value)) return;
  const { json, words } = instruction;
  const last = words.at(-1);
  const tell = (word: Word, path: string, twice: boolean) => {
    const fault = pathFault(path) ?? (twice ? pathFault(path.replace(/^c:[\\/]*/i, '/')) : null);
    if (fault) report('invalid-path', word.range, `${quote(path)} ${fault}.`, 'Write a path of the drive C:, such as C:\\app.');
  };
  if (keyword === 'WORKDIR') {
    const { value } = evaluate(instruction.text);
    if (value !== null && last) tell(last, value, false);
  } else if (keyword === 'COPY' || keyword === 'ADD') {
    for (const word of words) {
      const text = json ? word.value : word.text;
      const { value } = evaluate(text);
      if (value === null || heredocWord(text) || isWebUrl(value) || isGitUrl(value)) continue;
      // The destination has lost its drive when it is joined with the working directory.
      tell(word, value, word === last);
    }
  }
};

const isLinux = (platform: string | null | undefined): boolean => /^linux/i.test(platform ?? '');

function pathFault(path: string): string | null {
  if (path.length === 2 && path.endsWith(':')) return 'names a drive, and no path on it';
  if (/^[\\/]{2}/.test(path)) return 'is a path of the network, which a build cannot reach';
  const colon = path.indexOf(':');
  return colon < 0 || path.slice(0, colon).toLowerCase() === 'c' ? null : 'does not lie on the drive C:';
}
