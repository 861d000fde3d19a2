// ADD --checksum where there is nothing to check, or with something that is no digest.

import { heredocWord } from '../heredocs.ts';
import { isGitUrl, isWebUrl } from '../source-url.ts';
import { type Check, quote } from './report.ts';

const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;

export const checkChecksum: Check = (instruction, report, evaluate) => {
  const flag = instruction.keyword === 'ADD' ? instruction.flag('checksum') : null;
  const checksum = evaluate(flag?.value ?? '').value;
  if (!flag || !checksum) return;
  const sources = instruction.words.slice(0, -1).map((word) => (instruction.json ? word.value : word.text));
  const [source, ...others] = sources.filter((text) => !heredocWord(text)).map((text) => evaluate(text).value);
  if (source === null && others.length === 0) return;
  if (!source || others.length > 0 || !(isWebUrl(source) || isGitUrl(source))) {
    report(
      'invalid-checksum',
      flag.range,
      '--checksum is only for one source that is a URL.',
      'Remove it, or add that source alone.',
    );
  } else if (isWebUrl(source) && !DIGEST.test(checksum)) {
    report('invalid-checksum', flag.range, `${quote(checksum)} is no checksum.`, 'Write sha256: and 64 hexadecimal digits.');
  }
};
