// A picture as SVG: boxes in the places of the layout, with their words, and a legend.
import type { Graph, Mark } from '../../picture.ts';
import { type Layout, layout, PADDING } from './layout.ts';
import { legend } from './legend.ts';
import { linesOf, nameOf, short, signed } from './lines.ts';
import { cylinder, folder, rounded } from './shapes.ts';
import { stylesheet } from './stylesheet.ts';
import { boxSize, LINE_HEIGHT, NAME_HEIGHT, TEXT_X } from './text-size.ts';
import type { Theme } from './theme.ts';
import { HEADS, wayPart } from './way.ts';
import { withoutGroups } from './without-groups.ts';
import { escapedXml, text } from './xml.ts';

export interface SvgOptions {
  theme: Theme;
  /** What is drawn, for those who hear it. */
  title: string;
}

/** Layouts take time as the square of these: so many, some ten seconds. */
const PARTS = 1500;

/** Of a legend below a smaller picture. */
const NARROW = 480;

interface Placed {
  graph: Graph;
  headings: string[];
  boxes: Boxed[];
  placed: Layout;
}

/** `null`: more boxes and arrows than can be arranged in good time. */
export function svg(whole: Graph, { theme, title }: SvgOptions): string | null {
  if (whole.nodes.length + whole.edges.length > PARTS) return null;
  const found = placedIn(whole) ?? placedIn(withoutGroups(whole));
  if (!found) return null;
  const { graph, headings, boxes, placed } = found;
  const key = legend(graph, Math.max(placed.width, NARROW));
  const width = Math.ceil(Math.max(placed.width, key.width));
  const height = Math.ceil(placed.height + key.height);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapedXml(short(title))}</title>`,
    `<style>${stylesheet(theme)}</style>`,
    HEADS,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...graph.groups.map((group, index) => groupPart(placed, index, headings[index] ?? '', group.mark)),
    ...graph.edges
      .map((edge, index) => ({ edge, way: placed.ways[index] ?? [] }))
      // What a change touches lies on top.
      .sort((a, b) => Number(a.edge.mark !== undefined) - Number(b.edge.mark !== undefined))
      .map(({ edge, way }) => wayPart(edge, way)),
    ...boxes.map((box, index) => nodePart(placed, index, box)),
    `<g transform="translate(0 ${Math.ceil(placed.height)})">${key.parts.join('')}</g>`,
    '</svg>',
  ];
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}

function placedIn(graph: Graph): Placed | null {
  const headings = graph.groups.map(({ label, mark }) => signed(short(label), mark));
  const boxes = graph.nodes.map((node) => ({ name: nameOf(node), lines: linesOf(node), node }));
  const sizes = boxes.map(({ name, lines, node }) => boxSize(name, lines, node.group === undefined ? '' : headings[node.group]));
  const placed = layout(graph, sizes);
  return placed && { graph, headings, boxes, placed };
}

function groupPart({ groups }: Layout, index: number, heading: string, mark: Mark | undefined): string {
  const box = groups[index];
  if (!box) return '';
  const { x, y, width, height } = box;
  return `<rect class="group ${mark ?? 'none'}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="8"/>${text(
    { x: x + PADDING, y: y + 19 },
    heading,
    `heading ${mark ?? 'none'}`,
  )}`;
}

type Boxed = { name: string; lines: ReturnType<typeof linesOf>; node: Graph['nodes'][number] };

function nodePart({ nodes }: Layout, index: number, { name, lines, node }: Boxed): string {
  const box = nodes[index];
  if (!box) return '';
  const mark = node.mark ?? 'none';
  const shape = { service: rounded, volume: cylinder, path: folder }[node.kind](box, `node ${mark}`);
  const top = box.y + NAME_HEIGHT + (node.kind === 'volume' ? 4 : 0);
  const words = lines.map((line, at) =>
    text({ x: box.x + TEXT_X, y: top + (at + 1) * LINE_HEIGHT }, line.text, `line ${line.mark ?? line.about}`),
  );
  return `<g>${shape}${text({ x: box.x + TEXT_X, y: top }, name, `name ${mark}`)}${words.join('')}</g>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
