// An inspection for people at a terminal, wide or narrow.
import type { Inspection } from '../../inspect/inspection.ts';
import { terminal } from '../escape.ts';
import { type Paint, paint } from '../paint.ts';
import { width } from '../width.ts';
import { padded, tableLines, wrapped } from './columns.ts';
import { doubts, type Item, type List, overview, type Section, sections, type Table } from './sections.ts';

export interface InspectionTextOptions {
  colours: boolean;
  /** Columns of the terminal. */
  width?: number | undefined;
}

const WIDTH = 100;
const LEAST = 40;
/** Columns of a term with text beside it; below that width of a terminal the text goes below. */
const TERM = 30;
const BESIDE = 70;

export function inspectionText(inspection: Inspection, { colours, width: columns = WIDTH }: InspectionTextOptions): string {
  const pen = paint(colours);
  const room = Math.max(LEAST, columns);
  const lines = [
    ...wrapped(terminal(inspection.path), room).map(pen.bold),
    ...wrapped(terminal(overview(inspection)), room).map(pen.dim),
    ...doubts(inspection).flatMap((doubt) => wrapped(terminal(doubt), room).map(pen.red)),
    ...sections(inspection).flatMap((section) => ['', ...sectionLines(section, pen, room)]),
  ];
  return `${lines.join('\n')}\n`;
}

function sectionLines({ title, table, lists }: Section, pen: Paint, room: number): string[] {
  const parts = [...(table ? [tablePart(table, pen, room)] : []), ...lists.map((list) => listPart(list, pen, room))];
  return [
    pen.bold(title),
    ...parts.flatMap((part, at) => (at === 0 ? part : ['', ...part])).map((line) => (line === '' ? '' : `  ${line}`)),
  ];
}

function tablePart({ head, rows, sums }: Table, pen: Paint, room: number): string[] {
  const cells = [head, ...rows, ...sums].map((row) => row.map(terminal));
  const [first = '', ...rest] = tableLines(cells, room - 2);
  return [pen.dim(first), ...rest.map((line, at) => (at < rows.length ? line : over(line) ? pen.red(line) : pen.bold(line)))];
}

const over = (line: string): boolean => line.includes('(exceeded)');

function listPart({ title, items }: List, pen: Paint, room: number): string[] {
  const columns = Math.min(TERM, Math.max(...items.map(({ term }) => width(terminal(term)))));
  const lines = items.flatMap((item) => itemLines(item, columns, pen, room - 4));
  return title === undefined ? lines : [pen.dim(title), ...lines.map((line) => `  ${line}`)];
}

function itemLines({ term, text, bad }: Item, columns: number, pen: Paint, room: number): string[] {
  const [name, words] = [terminal(term), terminal(text)];
  const colour = bad ? pen.red : pen.cyan;
  if (room < BESIDE || width(name) > columns)
    return [...wrapped(name, room).map(colour), ...wrapped(words, room - 2).map((line) => `  ${line}`)];
  return wrapped(words, room - columns - 2).map(
    (line, at) => `${at === 0 ? colour(padded(name, columns)) : padded('', columns)}  ${line}`,
  );
}
