// The answer to `hullcheck why`, for people at a terminal.
import type { Severity } from '../model.ts';
import { terminal } from './escape.ts';
import { type Paint, paint } from './paint.ts';
import { plural } from './tally.ts';

/** Structurally what `explain` gives. */
export interface Answer {
  path: string;
  line: number;
  kind: 'dockerfile' | 'compose';
  part: { name: string; from: number; to: number } | null;
  preset: string;
  asked: number;
  findings: readonly AnswerFinding[];
  off: readonly { rule: string; by: 'settings' | 'preset'; presets: readonly string[]; findings: readonly AnswerFinding[] }[];
}

interface AnswerFinding {
  rule: string;
  severity: Severity;
  line: number;
  column: number;
  message: string;
  hidden: string | null;
  comment: number | null;
}

const TINT = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

export function why(answer: Answer, colours: boolean): string {
  const pen = paint(colours);
  const { findings, off, asked, preset } = answer;
  const shown = findings.filter(({ hidden }) => hidden === null);
  const hidden = findings.filter((one) => one.hidden !== null);
  const silent = off.filter((one) => one.findings.length > 0);
  const parts = [
    `${where(answer, pen)}\n${plural(asked, 'rule')} looked at this file, ${off.length} are off.`,
    ...(findings.length === 0 ? ['No rule that is on finds anything here.'] : []),
    ...block('Found here:', shown, pen),
    ...block('Found here and not shown:', hidden, pen),
    ...(silent.length > 0
      ? [
          [
            pen.bold('What rules that are off would say here:'),
            ...silent.flatMap((one) =>
              one.findings.flatMap((finding) => [...told(finding, pen), `    ${offBecause(one, preset)}`]),
            ),
          ].join('\n'),
        ]
      : []),
    ...offList(answer),
  ];
  return `${parts.join('\n\n')}\n`;
}

function where({ path, line, kind, part }: Answer, pen: Paint): string {
  const place = pen.bold(`${terminal(path)}:${line}`);
  if (!part) return `${place} is empty, a comment, or nothing that can be read: no rule looks at it alone.`;
  const lines = part.from === part.to ? '' : `, lines ${part.from} to ${part.to}`;
  return `${place} ${kind === 'dockerfile' ? 'belongs to' : 'is in'} ${terminal(part.name)}${lines}.`;
}

const block = (title: string, findings: readonly AnswerFinding[], pen: Paint): string[] =>
  findings.length === 0 ? [] : [[pen.bold(title), ...findings.flatMap((one) => told(one, pen))].join('\n')];

function told({ rule, severity, line, column, message, hidden, comment }: AnswerFinding, pen: Paint): string[] {
  const reason = hidden === null ? [] : [`    ${terminal(hidden)}${comment === null ? '' : ` (comment in line ${comment})`}`];
  return [`  ${line}:${column} ${pen[TINT[severity]](severity)} ${pen.bold(rule)}`, `    ${terminal(message)}`, ...reason];
}

const offBecause = ({ rule, by, presets, findings }: Answer['off'][number], preset: string): string =>
  by === 'settings'
    ? 'off in the settings'
    : `off in the preset ${preset}; on in ${presets.join(', ')}, and with --rule ${rule}=${findings[0]?.severity ?? 'info'}`;

function offList({ off, preset }: Answer): string[] {
  const named = off.filter(({ by }) => by === 'settings').map(({ rule }) => rule);
  const others = off.length - named.length;
  return [
    ...(named.length > 0 ? [`Off in the settings: ${named.join(', ')}.`] : []),
    ...(others > 0 ? [`Off in the preset ${preset}: ${plural(others, 'rule')}. "hullcheck rules" lists all.`] : []),
  ];
}
