// Which Dockerfiles and Compose files a devcontainer.json names. https://containers.dev/implementors/json_reference/
import type { Range, SourceFile } from '../model.ts';
import type { MapNode, Node, ScalarNode } from './compose/node.ts';
import { readYaml } from './compose/read.ts';
import { scalarsOf } from './compose/scalars.ts';
import { resolvePath } from './path.ts';

export interface NamedFile {
  /** Inside the repository, from its root. */
  path: string;
  kind: 'dockerfile' | 'compose';
  /** Where it is named, quotes included. */
  range: Range;
}

/** Files outside of the repository and paths with variables are left out. What can't be read as JSON with comments names nothing. */
export function namedFiles({ path: from, text }: SourceFile): NamedFile[] {
  const root = readYaml(asYaml(text)).documents[0];
  if (root?.kind !== 'map') return [];
  return [
    ...dockerfilesOf(root).map((node) => ({ node, kind: 'dockerfile' as const })),
    ...scalarsOf(root.get('dockerComposeFile')).map((node) => ({ node, kind: 'compose' as const })),
  ].flatMap(({ node, kind }) => {
    const path = node.interpolated ? null : resolvePath(from, node.string);
    return path ? [{ path, kind, range: node.range }] : [];
  });
}

/** `build.dockerfile`, and `dockerFile` as it was called first. */
function dockerfilesOf(root: MapNode): ScalarNode[] {
  const build: Node | undefined = root.get('build');
  return [...scalarsOf(build?.kind === 'map' ? build.get('dockerfile') : undefined), ...scalarsOf(root.get('dockerFile'))];
}

/** JSON is YAML but for its comments and tabs: both become spaces, so that offsets stay. */
function asYaml(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  const blank = (start: number, end: number) => {
    pieces.push(text.slice(from, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    from = end;
  };
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') at = endOfString(text, at);
    else if (text[at] === '\t') blank(at, at + 1);
    else if (text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = endOfComment(text, at);
      blank(at, end);
      at = end - 1;
    }
  }
  return pieces.join('') + text.slice(from);
}

/** Offset of the closing quote, or of the line's end. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function endOfComment(text: string, start: number): number {
  const line = text[start + 1] === '/';
  const end = text.indexOf(line ? '\n' : '*/', start + 2);
  if (end < 0) return text.length;
  return line ? end : end + 2;
}
