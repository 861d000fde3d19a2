// The same example in other clothes: what a rule finds must not depend on how the file is written.
import { parse, stringify } from 'yaml';
import { parseDockerfile } from '../../src/parse/dockerfile/parse.ts';

export interface Variant {
  name: string;
  on: 'dockerfile' | 'compose';
  /** `null`: this text cannot be written so. */
  write(text: string): string | null;
  /** Takes the fixed text back to what the page can be compared with; absent where only cleanliness can be asked. */
  unwrite?(text: string): string;
}

const source = (text: string) => ({ path: 'Dockerfile', text, bom: false });

function lowerCase(text: string): string {
  let result = text;
  const all = parseDockerfile(source(text)).all.flatMap((one) => (one.trigger ? [one, one.trigger] : [one]));
  for (const { keywordRange: range } of all)
    result = result.slice(0, range.start) + result.slice(range.start, range.end).toLowerCase() + result.slice(range.end);
  return result.replace(/^(from .*) AS /gm, '$1 as ');
}

function otherEscape(text: string): string | null {
  if (text.includes('`') || /^#\s*\w+=/.test(text) || /\\(?!\n)/.test(text) || text.includes('<<')) return null;
  // With this escape character an image whose platform is not said is taken for a Windows one, and its shell for cmd.
  const linux = text.replace(/^FROM (?!--)/gim, (from) => `${from}--platform=linux `);
  return `# escape=\`\n${linux.replaceAll('\\\n', '`\n')}`;
}

const NOTE = '# a note between\n';
const withComments = (text: string) =>
  text.includes('\\\n') && !text.includes('<<') ? text.replaceAll('\\\n', `\\\n${NOTE}`) : null;

function heredoc(text: string): string | null {
  if (text.includes('<<') || !text.includes('\\\n') === false) return null;
  const runs = /^RUN (?!--|\[)(.+)$/gm;
  return runs.test(text) ? text.replace(runs, 'RUN <<EOF\n$1\nEOF') : null;
}

const json = (value: unknown) => stringify(value, { collectionStyle: 'flow', lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' });

function flow(text: string): string | null {
  if (/[#&*!]|<<|\|$/m.test(text)) return null;
  const value: unknown = parse(text);
  return value && typeof value === 'object' ? json(value) : null;
}

/** Every service's body moves under an `x-` key with an anchor and is used from there. */
function anchored(text: string): string | null {
  if (/[&*]|<<|^x-/m.test(text)) return null;
  const value: unknown = parse(text);
  if (!value || typeof value !== 'object' || !('services' in value) || !value.services || typeof value.services !== 'object')
    return null;
  const services = Object.entries(value.services);
  if (!services.every(([, service]) => service && typeof service === 'object')) return null;
  const extensions = services.map(([name, service]) => `x-${name}: &${name}\n${indent(stringify(service))}`).join('');
  const used = services.map(([name]) => `  ${name}: *${name}\n`).join('');
  const { services: _, ...rest } = value;
  return `${extensions}services:\n${used}${Object.keys(rest).length > 0 ? stringify(rest) : ''}`;
}

const indent = (text: string) => text.replace(/^(?=.)/gm, '  ');

export const variants: readonly Variant[] = [
  {
    name: 'crlf',
    on: 'dockerfile',
    write: (text) => text.replaceAll('\n', '\r\n'),
    unwrite: (text) => text.replaceAll('\r\n', '\n'),
  },
  {
    name: 'crlf',
    on: 'compose',
    write: (text) => text.replaceAll('\n', '\r\n'),
    unwrite: (text) => text.replaceAll('\r\n', '\n'),
  },
  { name: 'lower-case', on: 'dockerfile', write: lowerCase, unwrite: (text) => text.toLowerCase() },
  {
    name: 'escape',
    on: 'dockerfile',
    write: otherEscape,
    unwrite: (text) =>
      text
        .replace(/^# escape=`\n/, '')
        .replaceAll('--platform=linux ', '')
        .replaceAll('`\n', '\\\n'),
  },
  { name: 'comments', on: 'dockerfile', write: withComments, unwrite: (text) => text.replaceAll(NOTE, '') },
  { name: 'heredoc', on: 'dockerfile', write: heredoc },
  { name: 'flow', on: 'compose', write: flow },
  { name: 'anchor', on: 'compose', write: anchored },
];
