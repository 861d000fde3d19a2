// What was posted on a pull request, in the terminal: check run, comments in their hunks, suggestions, accepted files.
import process from 'node:process';
import { stripVTControlCharacters, styleText } from 'node:util';
import { structuredPatch } from 'diff';
import type { CheckRun, Thread } from '../../test/github/github.ts';

const HUNK_LINES = 6;
const colored = process.stdout.isTTY && !process.env.NO_COLOR;
const style = (format: Parameters<typeof styleText>[0], text: string) => (colored ? styleText(format, text) : text);
const indent = (text: string, by = '  ') => text.replace(/^(?=.)/gm, by);

export function heading(text: string): void {
  console.log(`\n${style('bold', text)}`);
}

/** Says what is being done, then how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  process.stdout.write(`${what} … `);
  const start = performance.now();
  const result = await work();
  console.log(style('dim', `${((performance.now() - start) / 1000).toFixed(1)} s`));
  return result;
}

export function showCheck(run: CheckRun): void {
  heading(`Check run: ${run.name}: ${run.conclusion ?? run.status}`);
  console.log(indent(`${run.output.title ?? ''}\n\n${plain(run.output.summary ?? '')}`));
  for (const one of run.annotations)
    console.log(`  ${one.annotation_level} ${one.path}:${one.start_line}  ${one.message.split('\n')[0]}`);
}

export function showThread(thread: Thread): void {
  const { path, current, original, diffHunk, comments } = thread;
  const { startLine, line } = current ?? original;
  console.log(`\n${style('cyan', `${path}:${startLine && startLine !== line ? `${startLine}-` : ''}${line}`)}`);
  const [head = '', ...rest] = diffHunk.split('\n');
  console.log(indent([style('dim', head), ...rest.slice(-HUNK_LINES).map(diffLine)].join('\n')));
  for (const comment of comments) console.log(indent(plain(comment.body), style('bold', '  │ ')));
}

export function showFile(path: string, before: string, after: string): void {
  heading(`${path} after accepting`);
  for (const hunk of structuredPatch(path, path, before, after, '', '', { context: 2 }).hunks) {
    console.log(indent(hunk.lines.map(diffLine).join('\n')));
  }
}

function diffLine(line: string): string {
  if (line.startsWith('+')) return style('green', line);
  return line.startsWith('-') ? style('red', line) : line;
}

/** Markdown as a person reads it in a terminal: what GitHub does not show is gone, links are their words. */
function plain(markdown: string): string {
  const shown = markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<details><summary>(.*?)<\/summary>/g, '▸ $1')
    .replace(/<\/?(?:details|sub)>/g, '')
    .replace(/\[(`[^`]+`)\]\(\S+?\)/g, '$1')
    .replace(/\n{3,}/g, '\n\n');
  return stripVTControlCharacters(shown).trim();
}
