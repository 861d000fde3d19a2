// The words in a picture's boxes, the same in every format.
import type { GraphLine, GraphNode, Mark } from '../../picture.ts';
import { visible } from '../escape.ts';
import { characterWidth } from '../width.ts';

/** Columns of a line; longer ones lose their middle. */
const COLUMNS = 34;
/** Lines of one box below its name. */
const LINES = 14;

const SIGNS: Readonly<Record<Mark, string>> = { added: '+ ', removed: '− ', altered: '~ ' };
const ABOUT: Readonly<Record<GraphLine['about'], string>> = {
  image: '',
  port: 'port ',
  volume: 'volume ',
  path: 'path ',
  other: '',
};

export interface ShownLine {
  text: string;
  about: GraphLine['about'];
  mark?: Mark;
}

export const signed = (text: string, mark: Mark | undefined): string => (mark ? SIGNS[mark] : '') + text;

export const nameOf = ({ label, mark }: Pick<GraphNode, 'label' | 'mark'>): string => signed(short(label), mark);

/** Marked lines come first where not all have room. */
export function linesOf({ lines, mark }: GraphNode): ShownLine[] {
  const room = lines.length > LINES ? LINES - 1 : LINES;
  const kept = lines.length > LINES ? [...lines].sort((a, b) => Number(!a.mark) - Number(!b.mark)).slice(0, room) : lines;
  const shown = kept.map((line): ShownLine => {
    // In a box that is new as a whole the lines need no marks of their own.
    const own = mark === 'altered' ? line.mark : undefined;
    return { text: signed(short(ABOUT[line.about] + line.text), own), about: line.about, ...(own && { mark: own }) };
  });
  const left = lines.length - kept.length;
  return left > 0 ? [...shown, { text: `${left} more`, about: 'other' }] : shown;
}

/** On one line, and no longer than a box: image names and paths tell most at their ends. */
export function short(text: string): string {
  const characters = [...visible(text.replace(/\s+/g, ' '))];
  const columns = characters.reduce((sum, character) => sum + characterWidth(character), 0);
  if (columns <= COLUMNS) return characters.join('');
  const half = (from: readonly string[], room: number) => {
    let [left, end] = [room, 0];
    while (end < from.length && left >= characterWidth(from[end] ?? '')) left -= characterWidth(from[end++] ?? '');
    return from.slice(0, end);
  };
  const start = half(characters, 12);
  const end = half([...characters].reverse(), COLUMNS - 13).reverse();
  return `${start.join('')}…${end.join('')}`;
}
