// Dockerfiles that are written inside of Compose files (`dockerfile_inline`), each as a document of its own with the way back into its file.
import type { Range, SourceFile } from '../../model.ts';
import type { Compose, Service } from '../compose/model.ts';
import type { ScalarNode } from '../compose/node.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import { charactersOf } from './characters.ts';
import { type PlacedVariable, type Placing, placedEdit, placedRange, placedVariables } from './placing.ts';
import { unescaped } from './unescaped.ts';

export interface InlineDockerfile {
  /** The Compose file that it is written in. */
  readonly file: Compose;
  /** The first service that is built from it. */
  readonly service: string;
  readonly node: ScalarNode;
  /** Its path is for people only: no file has it. */
  readonly dockerfile: Dockerfile;
  readonly variables: readonly PlacedVariable[];
  /** From its text into the Compose file; `null` where variables of Compose stand: what is there then is not known. */
  place(range: Range): Range | null;
  /** The same change in the Compose file; `null` where folded lines, escapes or variables leave no way to be sure. */
  edit(range: Range, text: string): { range: Range; text: string } | null;
}

type Parse = (source: SourceFile) => Dockerfile;

const known = new WeakMap<Compose, ReadonlyMap<number, InlineDockerfile>>();

export interface Inlines {
  readonly inlines: readonly InlineDockerfile[];
  inline(by: Service | string): InlineDockerfile | undefined;
}

/** Those of several files. `parse`: absent where nobody reads Dockerfiles. */
export function inlinesOf(files: readonly Compose[], parse: Parse | undefined): Inlines {
  const byService = new Map<Service | string, InlineDockerfile>();
  const inlines = parse ? files.flatMap((file) => inlinesIn(file, parse, byService)) : [];
  return { inlines, inline: (by) => byService.get(by) };
}

/** Each written text once, however many services share it. */
function inlinesIn(file: Compose, parse: Parse, index: Map<Service | string, InlineDockerfile>): InlineDockerfile[] {
  if (!file.source.text.includes('dockerfile_inline')) return [];
  const read = known.get(file);
  const found = new Map(read);
  for (const service of file.services) {
    const node = service.build?.dockerfileInline;
    if (!node || node.string.trim() === '') continue;
    const one = found.get(node.range.start) ?? inlineDockerfile(file, service.name, node, parse);
    found.set(node.range.start, one);
    index.set(service, one).set(one.dockerfile.path, one);
  }
  known.set(file, found);
  return [...found.values()];
}

function inlineDockerfile(file: Compose, service: string, node: ScalarNode, parse: Parse): InlineDockerfile {
  const { text, from, variables } = unescaped(node.string);
  const placing: Placing = { file, node, text, from, variables, characters: charactersOf(node, file.source.text) };
  // Without a line end at its end the text is as complete as with one.
  const source = { path: `${file.path} (dockerfile_inline of ${service})`, text: text.endsWith('\n') ? text : `${text}\n` };
  return {
    file,
    service,
    node,
    dockerfile: parse({ ...source, bom: false }),
    variables: placedVariables(placing),
    place: (range) => placedRange(placing, range),
    edit: (range, replacement) => placedEdit(placing, range, replacement),
  };
}

/** Those of files and those inside of files. */
export const everyDockerfile = ({
  dockerfiles,
  inlines,
}: {
  readonly dockerfiles: readonly Dockerfile[];
  readonly inlines: readonly InlineDockerfile[];
}): readonly Dockerfile[] =>
  inlines.length === 0 ? dockerfiles : [...dockerfiles, ...inlines.map(({ dockerfile }) => dockerfile)];
