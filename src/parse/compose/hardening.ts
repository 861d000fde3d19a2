// What `security_opt` of a service says, and how to say one thing more.
import type { Range } from '../../model.ts';
import { lastLine, lineEnd, lineIndex } from '../../text.ts';
import type { Compose, Service } from './model.ts';
import type { ScalarNode } from './node.ts';

export interface SecurityOption {
  /** `no-new-privileges`, `seccomp`, `apparmor`, `label`, … */
  name: string;
  /** Behind `:` or `=`; `null` without. */
  value: string | null;
  node: ScalarNode;
}

/** https://docs.docker.com/reference/compose-file/services/#security_opt */
export function securityOptions(service: Service): SecurityOption[] {
  return service.list('security_opt').map((node) => {
    const at = node.string.search(/[:=]/);
    return at < 0
      ? { name: node.string, value: null, node }
      : { name: node.string.slice(0, at), value: node.string.slice(at + 1).trim(), node };
  });
}

/** The edit that adds an option; `null` where the service or its list comes through an alias or stands in brackets over several lines. */
export function addedSecurityOption(file: Compose, service: Service, option: string): { range: Range; text: string } | null {
  const { node } = service;
  const list = service.get('security_opt');
  if (!node || node.via || list?.via || node.flow) return null;
  const eol = lineEnd(file.source.text);
  if (list?.kind === 'list') {
    const last = list.items.at(-1);
    if (!last || last.via) return null;
    if (list.flow) return { range: at(last.range.end), text: `, ${option}` };
    const dash = lineBefore(file, last.range.start);
    return /^[ \t]*-[ \t]+$/.test(dash) ? newLine(file, last.range, `${dash}${option}${eol}`) : null;
  }
  const own = node.entries.filter(({ via }) => !via);
  const last = own.at(-1);
  if (list || !last) return null;
  const indent = lineBefore(file, last.key.range.start);
  if (!/^ *$/.test(indent) || own[0]?.range.start === undefined) return null;
  return newLine(file, last.range, `${indent}security_opt:${eol}${indent}  - ${option}${eol}`);
}

const at = (offset: number): Range => ({ start: offset, end: offset });

const lineBefore = (file: Compose, offset: number): string =>
  file.source.text.slice(file.starts[lineIndex(file.starts, offset)], offset);

/** Behind the last line of a range; a file that ends without a line end gets one first. */
function newLine(file: Compose, range: Range, text: string): { range: Range; text: string } {
  const next = file.starts[lastLine(file.starts, range)];
  const end = file.source.text.length;
  if (next !== undefined) return { range: at(next), text };
  const eol = lineEnd(file.source.text);
  return { range: at(end), text: eol + text.slice(0, -eol.length) };
}
