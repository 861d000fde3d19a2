// COPY and ADD --chmod with something that is no file mode: octal, or symbolic as of chmod(1).
import { type Check, quote } from './report.ts';

const SYMBOLIC = /^[ugoa]*(?:[-+=][rstwXxugo]*)+(?:,[ugoa]*(?:[-+=][rstwXxugo]*)+)*$/;
const MAX_OCTAL = 0o7777;

export const checkModes: Check = (instruction, report, evaluate) => {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return;
  const flag = instruction.flag('chmod');
  const { value } = evaluate(flag?.value ?? '');
  if (!flag || value === null || value === '' || isMode(value)) return;
  const becomes = flag.value?.includes('$') ? `, which comes out as ${quote(value)}` : '';
  const hint = 'Write an octal mode up to 7777, such as 755, or a symbolic one, such as u=rwX,go=rX.';
  report('invalid-mode', flag.range, `--chmod is no file mode: ${quote(flag.value ?? '')}${becomes}.`, hint);
};

const isMode = (text: string) => (/^[0-7]+$/.test(text) ? Number.parseInt(text, 8) <= MAX_OCTAL : SYMBOLIC.test(text));
