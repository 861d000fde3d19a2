// What a change makes of Compose projects, in Markdown: the picture with its marks, and folded what the analyses say now.
import type { Report } from '../model.ts';
import type { Graph, ProjectChange, ProjectRemark } from '../picture.ts';
import { code, cut, fenced, sentence } from './escape.ts';
import { MERMAID_CHARACTERS, MERMAID_EDGES, mermaid } from './graph/mermaid.ts';

/** Pictures of one summary: further projects are named. */
const PICTURES = 4;
const REMARKS = 40;
const MESSAGE_LENGTH = 300;
const COLOURS = 'Green: added. Red: removed. Yellow: altered.';

/** At most `room` characters. */
export function projectChanges({ projects = [] }: Pick<Report, 'projects'>, room: number): string {
  const parts: string[] = [];
  let left = room;
  let pictures = 0;
  for (const [index, project] of projects.entries()) {
    const part = onePart(project, left, pictures < PICTURES);
    // The last line has room in any case.
    const more = `${projects.length - index} more Compose projects are altered.`;
    if (part.text.length + more.length + 4 > left) {
      if (more.length <= left) parts.push(more);
      break;
    }
    parts.push(part.text);
    left -= part.text.length + 2;
    if (part.drawn) pictures++;
  }
  return parts.join('\n\n');
}

function onePart({ path, graph, told }: ProjectChange, room: number, mayDraw: boolean): { text: string; drawn: boolean } {
  const title = `**${code(cut(path, 200))} as a whole**`;
  const folded = remarks(told);
  const picture = graph ? pictureOf(graph, path, mayDraw ? room - title.length - folded.length - 120 : 0) : null;
  const text = [title, picture?.text ?? '', folded].filter((part) => part !== '').join('\n\n');
  return { text, drawn: picture?.drawn ?? false };
}

function pictureOf(graph: Graph, path: string, room: number): { text: string; drawn: boolean } {
  const marked = [...graph.nodes, ...graph.edges, ...graph.groups].some(({ mark }) => mark);
  const few = graph.edges.length + graph.nodes.length <= MERMAID_EDGES;
  const text = few && room > 0 ? mermaid(graph) : '';
  if (text === '' || text.length > Math.min(room, MERMAID_CHARACTERS))
    return {
      text: `Its picture changes, and is too large for here: ${code(`hullcheck graph ${cut(path, 200)}`)} draws it.`,
      drawn: false,
    };
  return { text: [fenced(text, 'mermaid'), ...(marked ? [COLOURS] : [])].join('\n\n'), drawn: true };
}

function remarks(told: readonly ProjectRemark[]): string {
  if (told.length === 0) return '';
  const topics = [...new Set(told.map(({ topic }) => topic))];
  const lines = told.slice(0, REMARKS).map(({ message }) => `- ${sentence(cut(message, MESSAGE_LENGTH))}`);
  if (told.length > REMARKS) lines.push(`- ${told.length - REMARKS} more.`);
  return `<details>\n<summary>What is new: ${topics.join(', ')}</summary>\n\n${lines.join('\n')}\n\n</details>`;
}
