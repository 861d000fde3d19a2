// Lines that BuildKit cannot read, and files without anything to build.
import type { DockerfileView } from '../dockerfile.ts';
import type { Report } from './report.ts';

/** In bytes: https://pkg.go.dev/bufio#MaxScanTokenSize */
const MAX_LINE = 65_535;

export function checkLines(file: DockerfileView, report: Report): void {
  const { text, bom } = file.source;
  if (file.all.length === 0) {
    report('no-instructions', { start: 0, end: 0 }, 'The file has no instructions.', 'Begin it with FROM.');
  }
  if (text.length * 3 <= MAX_LINE - 3) return;
  for (const [index, start] of file.starts.entries()) {
    const next = file.starts[index + 1];
    const end = next === undefined ? text.length : next - 1;
    const bytes = (end - start) * 3 <= MAX_LINE - 3 ? 0 : byteLength(text, start, end) + (index === 0 && bom ? 3 : 0);
    if (bytes <= MAX_LINE) continue;
    report(
      'line-too-long',
      { start, end },
      `This line has ${bytes} bytes; Docker reads lines of at most ${MAX_LINE}.`,
      'Break it with continuations.',
    );
  }
}

function byteLength(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const pair = code >= 0xd800 && code < 0xdc00 && at + 1 < end && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (pair) at++;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : pair ? 4 : 3;
  }
  return bytes;
}
