// A picture in Graphviz's language. https://graphviz.org/doc/info/lang.html
import type { Graph, GraphEdge, GraphNode, Mark } from '../../picture.ts';
import { linesOf, nameOf, short, signed } from './lines.ts';
import { looseRows } from './loose.ts';
import { type Colours, THEMES, type Theme } from './theme.ts';

export function dot(graph: Graph, theme: Exclude<Theme, 'auto'> = 'light'): string {
  const { groups, nodes, edges } = graph;
  const colours = THEMES[theme];
  const common = `fontname="monospace" fontsize=11 fontcolor=${quoted(colours.ink)}`;
  const lines = [
    'digraph project {',
    `  graph [rankdir=LR compound=true nodesep=0.25 ranksep=0.7 bgcolor=${quoted(colours.page)} ${common}]`,
    `  node [shape=box style="rounded,filled" margin="0.15,0.08" ${common}]`,
    `  edge [arrowsize=0.7 ${common}]`,
  ];
  for (const [index, { label, mark }] of groups.entries()) {
    const style = `style="rounded,filled" fillcolor=${quoted(colours.group)} color=${quoted(colours.marks[mark ?? 'none'].line)}`;
    lines.push(`  subgraph cluster_${index} {`, `    label=${quoted(signed(short(label), mark))} ${style}`);
    for (const [at, node] of nodes.entries()) if (node.group === index) lines.push(`    ${nodeText(node, at, colours)}`);
    lines.push('  }');
  }
  for (const [at, node] of nodes.entries()) if (node.group === undefined) lines.push(`  ${nodeText(node, at, colours)}`);
  for (const edge of edges) lines.push(`  ${edgeText(edge, colours)}`);
  for (const [from, to] of looseRows(graph)) lines.push(`  n${from} -> n${to} [style=invis]`);
  return `${[...lines, '}'].join('\n')}\n`;
}

function nodeText(node: GraphNode, index: number, colours: Colours): string {
  const text = [nameOf(node), ...linesOf(node).map((line) => line.text)].map(escaped);
  const shape = { service: '', volume: ' shape=cylinder style=filled', path: ' shape=folder style=filled' }[node.kind];
  return `n${index} [label="${text.join('\\n')}"${shape} ${paint(node.mark, colours)}]`;
}

function paint(mark: Mark | undefined, { marks }: Colours): string {
  const { fill, line } = marks[mark ?? 'none'];
  return `fillcolor=${quoted(fill)} color=${quoted(line)}`;
}

function edgeText({ kind, from, to, how, mark }: GraphEdge, { marks }: Colours): string {
  const style = kind === 'depends' ? '' : ' style=dashed arrowhead=none';
  const text = signed(how ?? '', mark).trim();
  return `n${from} -> n${to} [color=${quoted(marks[mark ?? 'none'].line)}${style}${text === '' ? '' : ` label=${quoted(text)}`}]`;
}

/** Names come without newlines; a backslash would begin an escape of Graphviz, and `&` an entity. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replace(/["\\]/g, '\\$&');
const quoted = (text: string): string => `"${escaped(text)}"`;
