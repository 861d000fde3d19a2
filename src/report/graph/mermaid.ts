// A picture as Mermaid's flowchart, which GitHub draws. https://mermaid.js.org/syntax/flowchart.html
import type { Graph, GraphEdge, GraphNode, Mark } from '../../picture.ts';
import { linesOf, nameOf, short, signed } from './lines.ts';
import { looseRows } from './loose.ts';
import { escaped } from './mermaid-text.ts';

/** What Mermaid takes unless a page says otherwise. https://mermaid.js.org/config/schema-docs/config.html */
export const MERMAID_EDGES = 500;
export const MERMAID_CHARACTERS = 50_000;

// Of their own fill and ink: they read on a light page as on a dark one.
const CLASSES: Readonly<Record<Mark, string>> = {
  added: 'fill:#dafbe1,stroke:#1a7f37,color:#116329,stroke-width:2px',
  removed: 'fill:#ffebe9,stroke:#cf222e,color:#82071e,stroke-width:2px,stroke-dasharray:5 3',
  altered: 'fill:#fff8c5,stroke:#9a6700,color:#4d2d00,stroke-width:2px',
};
const LINES: Readonly<Record<Mark, string>> = {
  added: 'stroke:#1a7f37,stroke-width:3px',
  removed: 'stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 3',
  altered: 'stroke:#bf8700,stroke-width:3px',
};
// Else each line is broken after some twenty letters.
const WIDE = '%%{init: {"flowchart": {"wrappingWidth": 400}}}%%';
const MARKS = ['added', 'removed', 'altered'] as const;

export function mermaid(graph: Graph): string {
  const { groups, nodes, edges } = graph;
  const lines = [WIDE, 'flowchart LR'];
  for (const [index, { label, mark }] of groups.entries()) {
    const members = [...nodes.entries()].filter(([, { group }]) => group === index);
    lines.push(`  subgraph g${index}["${escaped(signed(short(label), mark))}"]`);
    for (const [at, node] of members) lines.push(`    ${nodeText(node, at)}`);
    lines.push('  end');
  }
  for (const [at, node] of nodes.entries()) if (node.group === undefined) lines.push(`  ${nodeText(node, at)}`);
  for (const edge of edges) lines.push(`  ${edgeText(edge)}`);
  for (const [from, to] of looseRows(graph)) lines.push(`  n${from} ~~~ n${to}`);
  return `${[...lines, ...styles(graph)].join('\n')}\n`;
}

function nodeText(node: GraphNode, index: number): string {
  const text = [nameOf(node), ...linesOf(node).map((line) => line.text)].map(escaped).join('<br>');
  switch (node.kind) {
    case 'service':
      return `n${index}["${text}"]`;
    case 'volume':
      return `n${index}[("${text}")]`;
    case 'path':
      return `n${index}[/"${text}"/]`;
  }
}

function edgeText({ kind, from, to, how, mark }: GraphEdge): string {
  const arrow = kind === 'depends' ? '-->' : '-.-';
  const text = escaped(signed(how ?? '', mark).trim());
  return `n${from} ${arrow}${text === '' ? '' : `|"${text}"|`} n${to}`;
}

function styles({ groups, nodes, edges }: Graph): string[] {
  return MARKS.flatMap((mark) => {
    const marked = (prefix: string, parts: readonly { mark?: Mark }[]) =>
      [...parts.keys()].filter((index) => parts[index]?.mark === mark).map((index) => `${prefix}${index}`);
    const names = [...marked('g', groups), ...marked('n', nodes)];
    const arrows = marked('', edges);
    return [
      ...(names.length > 0 ? [`  classDef ${mark} ${CLASSES[mark]}`, `  class ${names.join(',')} ${mark}`] : []),
      ...(arrows.length > 0 ? [`  linkStyle ${arrows.join(',')} ${LINES[mark]}`] : []),
    ];
  });
}
