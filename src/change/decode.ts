// Bytes → a text to review, or the notice that says why not.
import { isUtf8 } from 'node:buffer';
import { FILE_BYTES, FILE_LINES } from '../limits.ts';
import type { Notice, SourceFile } from '../model.ts';

const BOM = '\uFEFF';

/** Only UTF-8 without NUL, within the caps of one file. */
export function decode(path: string, bytes: Uint8Array): SourceFile | Notice {
  if (bytes.length > FILE_BYTES)
    return limit(path, `The file is larger than ${FILE_BYTES / 1024 / 1024} MiB and was not reviewed.`);
  if (bytes.includes(0)) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return limit(
      path,
      utf16
        ? 'The file is UTF-16, which Docker does not read. It was not reviewed: save it as UTF-8.'
        : 'The file is binary (it holds a NUL byte) and was not reviewed.',
    );
  }
  if (!isUtf8(bytes)) return limit(path, 'The file is not UTF-8 and was not reviewed: save it as UTF-8.');
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const bom = whole.startsWith(BOM);
  const text = bom ? whole.slice(1) : whole;
  if (lines(text) > FILE_LINES)
    return limit(path, `The file has more than ${FILE_LINES.toLocaleString('en')} lines and was not reviewed.`);
  return { path, text, bom };
}

/** The file's bytes as they were decoded. */
export const encode = ({ text, bom }: SourceFile): Buffer => Buffer.from(bom ? BOM + text : text, 'utf8');

export const isNotice = (read: SourceFile | Notice): read is Notice => 'kind' in read;

const limit = (about: string, message: string): Notice => ({ kind: 'limit', about, message });

function lines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
