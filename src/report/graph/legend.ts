// What the shapes of a picture mean: only those that are in it.
import type { Graph, Mark } from '../../picture.ts';
import type { Size } from './layout.ts';
import { cylinder, folder, rounded } from './shapes.ts';
import { wordsWidth } from './text-size.ts';
import { wayPart } from './way.ts';
import { text } from './xml.ts';

export interface Legend extends Size {
  parts: string[];
}

const MARGIN = 16;
const HEIGHT = 32;
const ROW = 24;
const SAMPLE = { x: 0, y: 4, width: 22, height: 16 };

const WAY = [
  { x: 0, y: 12 },
  { x: 24, y: 12 },
];
const WAYS = [
  [{ kind: 'depends' }, 'waits until started'],
  [{ kind: 'depends', how: 'healthy' }, 'until healthy'],
  [{ kind: 'depends', how: 'completed' }, 'until completed'],
  [{ kind: 'mounts' }, 'mounts'],
  [{ kind: 'mounts', how: 'read-only' }, 'mounts read-only'],
] as const;

/** In rows of at most `room` pixels, as long as one entry has room. */
export function legend({ groups, nodes, edges }: Graph, room: number): Legend {
  const has = (kind: string) => nodes.some((node) => node.kind === kind);
  const marked = (mark: Mark) => [...nodes, ...edges, ...groups].some((part) => part.mark === mark);
  const marks = (['added', 'removed', 'altered'] as const).filter(marked);
  const entries: [sample: string, words: string][] = [];
  if (groups.length > 0) entries.push([rounded(SAMPLE, 'group none'), 'on these networks']);
  if (has('service')) entries.push([rounded(SAMPLE, 'node none'), 'service']);
  if (has('volume')) entries.push([cylinder(SAMPLE, 'node none'), 'volume']);
  if (has('path')) entries.push([folder(SAMPLE, 'node none'), 'path of the host']);
  for (const [way, words] of WAYS) {
    const how = 'how' in way ? way.how : undefined;
    if (edges.some((edge) => edge.kind === way.kind && edge.how === how)) entries.push([wayPart(way, WAY), words]);
  }
  for (const mark of marks) entries.push([rounded(SAMPLE, `node ${mark}`), mark]);
  let [x, y, widest] = [MARGIN, 0, 0];
  const parts = entries.map(([sample, words]) => {
    const width = 29 + wordsWidth(words);
    if (x > MARGIN && x + width + MARGIN > room) [x, y] = [MARGIN, y + ROW];
    const part = `<g transform="translate(${x} ${y})">${sample}${text({ x: 29, y: 16 }, words, 'line')}</g>`;
    widest = Math.max(widest, x + width + MARGIN);
    x += width + 18;
    return part;
  });
  return { parts, width: widest, height: y + HEIGHT };
}
