// What was corrected, for people at a terminal.
import type { Finding } from '../model.ts';
import { terminal } from './escape.ts';
import { paint } from './paint.ts';
import { plural } from './tally.ts';

export function corrections(applied: readonly Finding[], colours: boolean): string {
  if (applied.length === 0) return 'Nothing to correct.\n';
  const pen = paint(colours);
  const lines = applied.map(
    ({ path, rule, fix }) => `${pen.green('fixed')} ${pen.bold(`${terminal(path)} ${rule}`)} ${terminal(fix?.title ?? '')}`,
  );
  const files = new Set(applied.flatMap(({ fix }) => fix?.edits.map(({ path }) => path) ?? [])).size;
  return `${lines.join('\n')}\n${pen.bold(`Corrected ${plural(applied.length, 'finding')} in ${plural(files, 'file')}.`)}\n`;
}
