// COPY from a URL, which only ADD can fetch.
import { isGitUrl, isWebUrl } from '../source-url.ts';
import { type Check, quote } from './report.ts';

export const checkRemoteSources: Check = (instruction, report, evaluate) => {
  if (instruction.keyword !== 'COPY') return;
  const { words, json } = instruction;
  for (const word of words.slice(0, -1)) {
    const { value } = evaluate(json ? word.value : word.text);
    if (value === null || !(isWebUrl(value) || isGitUrl(value))) continue;
    report('copy-url', word.range, `COPY cannot fetch ${quote(value)}.`, 'Fetch it with ADD.');
  }
};
