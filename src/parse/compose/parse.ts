// Reads a Compose file: YAML, then services and top-level items as views on it. The only way in.
import type { Range, SourceFile } from '../../model.ts';
import { lineStarts } from '../../text.ts';
import { isFragment, isLegacy } from './kind.ts';
import type { Compose, ComposeProblem, SchemaProblem, Service } from './model.ts';
import type { Entry, MapNode, Node } from './node.ts';
import { readYaml } from './read.ts';
import { schemaProblemsOf } from './schema.ts';
import { serviceOf } from './service.ts';
import { subjectOf } from './subject.ts';
import { includesOf, topLevelOf } from './top-level.ts';

/** Never throws: what can't be read is among `problems`, and the rest of the file is there. Takes time linear in the text. */
export function parseCompose(source: SourceFile): Compose {
  const { text, path } = source;
  const { documents, problems, broken } = readYaml(text);
  const roots = documents.filter((node) => node.kind === 'map');
  if (!broken) problems.push(...withoutMap(documents, text));
  const legacy = roots[0] !== undefined && isLegacy(roots[0]);
  const services = serviceEntries(roots, legacy).map((entry) => serviceOf(entry, text));
  const byName = new Map<string, Service>();
  for (const service of services) if (!byName.has(service.name)) byName.set(service.name, service);
  const name = roots[0]?.get('name');
  let schema: readonly SchemaProblem[] | undefined;
  return {
    kind: 'compose',
    path,
    source,
    starts: lineStarts(text),
    problems,
    root: roots[0] ?? null,
    documents,
    legacy,
    fragment: isFragment(path, services),
    name: name?.kind === 'scalar' ? name : null,
    services,
    service: (wanted) => byName.get(wanted),
    networks: topLevelOf(roots, 'networks'),
    volumes: topLevelOf(roots, 'volumes'),
    secrets: topLevelOf(roots, 'secrets'),
    configs: topLevelOf(roots, 'configs'),
    models: topLevelOf(roots, 'models'),
    includes: includesOf(roots),
    schemaProblems() {
      if (!schema) schema = broken ? [] : schemaProblemsOf(roots, legacy, text);
      return schema;
    },
    subject: (range: Range) => subjectOf(documents, range, text),
  };
}

function serviceEntries(roots: readonly MapNode[], legacy: boolean): Entry[] {
  if (legacy) return roots.flatMap((root) => root.entries.filter(({ value }) => value.kind === 'map'));
  return roots.flatMap((root) => {
    const services = root.get('services');
    return services?.kind === 'map' ? services.entries.filter(({ key }) => !key.string.startsWith('x-')) : [];
  });
}

function withoutMap(documents: readonly Node[], text: string): ComposeProblem[] {
  const hint = 'A Compose file is a map with `services:` at its top.';
  const empty = { range: { start: 0, end: 0 }, code: 'empty', message: 'The file has no content.', hint };
  if (documents.every((node) => node.kind === 'scalar' && node.value === null)) return [empty];
  return documents.flatMap((node) => {
    if (node.kind === 'map') return [];
    const line = text.indexOf('\n', node.range.start);
    const end = line > node.range.start ? Math.min(line, node.range.end) : node.range.end;
    const range = { start: node.range.start, end };
    if (node.kind === 'scalar' && node.value === null) {
      return [{ range, code: 'not-a-map', message: 'After `---` there is an empty document.', hint: 'Remove the `---`.' }];
    }
    const found = node.kind === 'list' ? 'a list' : 'a single value';
    return [{ range, code: 'not-a-map', message: `The file holds ${found}, not a map.`, hint }];
  });
}
