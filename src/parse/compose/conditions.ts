// `depends_on` from the short into the long syntax.
import type { Range } from '../../model.ts';
import { lineEnd } from '../../text.ts';
import { lineBefore } from './added-entry.ts';
import type { Compose, Service } from './model.ts';

/** The edits; `healthy` are those to be waited for until they are. `null` where the list is in brackets, in quotes, or used elsewhere, too. */
export function withConditions(
  file: Compose,
  service: Service,
  healthy: ReadonlySet<string>,
): { range: Range; text: string }[] | null {
  const list = service.get('depends_on');
  if (list?.kind !== 'list' || list.flow || list.via || list.anchor !== undefined || !service.node || service.node.via)
    return null;
  if (service.entryOf('depends_on')?.via || list.items.length !== service.dependsOn.length) return null;
  const eol = lineEnd(file.source.text);
  const edits: { range: Range; text: string }[] = [];
  for (const { name, node } of service.dependsOn) {
    const { start, end } = node.range;
    const lead = lineBefore(file, start);
    // A list may stand as far left as its key; a map may not.
    const indent = lead.slice(0, lead.indexOf('-'));
    const key = lineBefore(file, service.entryOf('depends_on')?.key.range.start ?? 0);
    if (node.via || node.style !== 'plain' || !/^[ \t]*-[ \t]+$/.test(lead) || !/^ *$/.test(key)) return null;
    const deeper = indent.length > key.length ? indent : `${key}  `;
    const condition = healthy.has(name) ? 'service_healthy' : 'service_started';
    edits.push({ range: { start: start - lead.length, end: start }, text: deeper });
    edits.push({ range: { start: end, end }, text: `:${eol}${deeper}  condition: ${condition}` });
  }
  return edits;
}
