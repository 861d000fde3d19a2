// An inspection as Markdown, for a summary or a page.
import type { Inspection } from '../../inspect/inspection.ts';
import { cell, plain, sentence } from '../escape.ts';
import { doubts, type Item, overview, type Section, sections, type Table } from './sections.ts';

export function inspectionMarkdown(inspection: Inspection): string {
  const parts = [
    `## ${plain(inspection.path)}`,
    plain(overview(inspection)),
    ...doubts(inspection).map((doubt) => `**${sentence(doubt)}**`),
    ...sections(inspection).flatMap(sectionParts),
  ];
  return `${parts.join('\n\n')}\n`;
}

const sectionParts = ({ title, table, lists }: Section): string[] => [
  `### ${title}`,
  ...(table ? [tableText(table)] : []),
  ...lists.flatMap((list) => [...(list.title ? [`**${plain(list.title)}**`] : []), list.items.map(itemText).join('\n')]),
];

function tableText({ head, rows, sums }: Table): string {
  const row = (cells: readonly string[], bold = false) =>
    `| ${cells.map((one) => cell(one === '' ? '' : bold ? `**${plain(one)}**` : plain(one))).join(' | ')} |`;
  const rule = `| ${head.map((_, at) => (at === 0 ? '---' : '--:')).join(' | ')} |`;
  return [row(head), rule, ...rows.map((cells) => row(cells)), ...sums.map((cells) => row(cells, true))].join('\n');
}

const itemText = ({ term, text, sentence: isSentence, bad }: Item): string =>
  `- ${bad ? '**' : ''}${plain(term)}${bad ? '**' : ''}: ${isSentence ? sentence(text) : plain(text)}`;
