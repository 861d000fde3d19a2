// What `security_opt` of a service says, and how to say one thing more.
import type { Range } from '../../model.ts';
import { lineEnd } from '../../text.ts';
import { addedEntry, ahead, lineBefore, newLines } from './added-entry.ts';
import { defaultOf } from './interpolation.ts';
import type { Compose, Service } from './model.ts';
import type { ScalarNode } from './node.ts';

export interface SecurityOption {
  /** `no-new-privileges`, `seccomp`, `apparmor`, `label`, … */
  name: string;
  /** Behind `:` or `=`, that of defaults where variables decide; `null` without. */
  value: string | null;
  node: ScalarNode;
}

/** https://docs.docker.com/reference/compose-file/services/#security_opt */
export function securityOptions(service: Service): SecurityOption[] {
  return service.list('security_opt').map((node) => {
    const text = defaultOf(node.string) ?? node.string;
    const at = text.search(/[:=]/);
    return at < 0 ? { name: text, value: null, node } : { name: text.slice(0, at), value: text.slice(at + 1), node };
  });
}

/** The edit that adds a word to a list of a service, and the list where there is none; `null` where others would get it, too. */
export const addedItem = (file: Compose, service: Service, key: string, word: string): { range: Range; text: string } | null =>
  addedItems(file, service, key, [word]);

/** The same for several words at once. */
export function addedItems(
  file: Compose,
  service: Service,
  key: string,
  words: readonly string[],
): { range: Range; text: string } | null {
  const list = service.get(key);
  const quotes = words.map((word) => `"${word}"`).join(', ');
  if (!list)
    return addedEntry(file, service.node, {
      key,
      block: [`${key}:`, ...words.map((word) => `  - ${word}`)],
      flow: `[${quotes}]`,
    });
  const last = list.kind === 'list' ? list.items.at(-1) : undefined;
  if (list.kind !== 'list' || list.via || list.anchor !== undefined || !last || last.via) return null;
  if (service.entryOf(key)?.via || service.node?.anchor !== undefined) return null;
  if (list.flow) {
    const quoted = last.kind === 'scalar' && last.style === 'double';
    return { range: { start: last.range.end, end: last.range.end }, text: `, ${quoted ? quotes : words.join(', ')}` };
  }
  const dash = lineBefore(file, last.range.start);
  const lines = words.map((word) => `${lineEnd(file.source.text)}${dash}${word}`).join('');
  return /^[ \t]*-[ \t]+$/.test(dash) ? ahead(file, newLines(file, last.range, lines)) : null;
}

/** The edit that adds an option to `security_opt`. */
export const addedSecurityOption = (file: Compose, service: Service, option: string) =>
  addedItem(file, service, 'security_opt', option);
