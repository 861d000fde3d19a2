// A health check that asks with curl, written with wget: the same request, for images that have only that.
import type { Range } from '../../model.ts';
import type { Compose, Service } from './model.ts';
import { partOf } from './part.ts';
import { quotedLike } from './quoted-like.ts';

/** Options that wget has no need of: failing on errors, silence, following redirects. */
const OPTION = /^(?:-[fsSL]{1,5}|--fail|--silent|--show-error|--location)$/;
const WORDS = ['-q', '-O', '/dev/null'];
const TEXT =
  /^\s*(curl(?: +(?:-[fsSL]{1,5}|--fail|--silent|--show-error|--location))*) +https?:\/\/[^\s"'|;&<>()]+(?: *\|\| *exit +1)? *$/;

/** `null` where it does anything else, or is not written so that words can be replaced. */
export function wgetInstead(file: Compose, { healthcheck }: Service): { range: Range; text: string }[] | null {
  const [first, option, address, ...rest] = healthcheck?.words ?? [];
  if (!healthcheck || !first || first.via) return null;
  if (healthcheck.form === 'shell') {
    const curl = TEXT.exec(first.string)?.[1];
    if (curl === undefined || option) return null;
    const start = first.string.indexOf(curl);
    const { range, text } = partOf(first, file.source.text, start, start + curl.length);
    return file.source.text.slice(range.start, range.end) === text ? [{ range, text: ['wget', ...WORDS].join(' ') }] : null;
  }
  const list = healthcheck.test;
  if (list?.kind !== 'list' || !list.flow || !option || option.via || rest.length > 0) return null;
  if (!OPTION.test(option.string) || !/^https?:\/\//.test(address?.string ?? '')) return null;
  return [
    { range: first.range, text: quotedLike(file, first, 'wget') },
    { range: option.range, text: WORDS.map((word) => quotedLike(file, option, word)).join(', ') },
  ];
}
