// What `hullcheck inspect` prints, in each of its formats.
import type { Inspection } from '../../inspect/inspection.ts';
import type { Notice } from '../../model.ts';
import { code, sentence, terminal } from '../escape.ts';
import { paint } from '../paint.ts';
import { inspectionMarkdown } from './markdown.ts';
import { type InspectionTextOptions, inspectionText } from './text.ts';

export interface Inspected {
  projects: readonly Inspection[];
  notices: readonly Notice[];
}

/** Changes when the form does so that a reader of the old one would be misled. */
const FORM = 1;
const NOTHING = 'No Compose project to inspect.';

export function render({ projects, notices }: Inspected, format: string, options: InspectionTextOptions): string {
  if (format === 'json') return `${JSON.stringify({ version: FORM, projects, notices })}\n`;
  if (format === 'markdown') {
    const told = notices.map(({ about, message }) => `- ${code(about)}: ${sentence(message)}`);
    const parts = projects.length > 0 ? projects.map(inspectionMarkdown) : [`${NOTHING}\n`];
    return [...parts, ...(told.length > 0 ? [`**Not done**\n\n${told.join('\n')}\n`] : [])].join('\n');
  }
  const pen = paint(options.colours);
  const parts = projects.length > 0 ? projects.map((project) => inspectionText(project, options)) : [`${NOTHING}\n`];
  const told = notices.map(({ kind, about, message }) => {
    const word = kind === 'failure' ? pen.red('failure') : pen.cyan('notice');
    return `${word} ${terminal(about)}: ${terminal(message)}\n`;
  });
  return [...parts, ...(told.length > 0 ? [told.join('')] : [])].join('\n');
}
