// Loads a project again only when one of the files that it asked for has changed: base and head share most, and a fix changes one.
import type { Compose } from '../model.ts';
import type { Files } from './job.ts';
import type { LoadedProject } from './load.ts';

interface Memory {
  files: readonly Compose[];
  asked: readonly (readonly [question: keyof Files, path: string, answer: unknown])[];
  project: LoadedProject;
}

const memories = new WeakMap<Compose, Memory>();

/** `files`: the project's own, the base first. `load` must ask for all others through what it is given. */
export function remembered(
  files: readonly [Compose, ...Compose[]],
  from: Files,
  load: (from: Files) => LoadedProject,
): LoadedProject {
  // Projects of one base differ in what is laid over it.
  const last = files.at(-1) ?? files[0];
  const before = memories.get(last);
  if (before && isSame(before, files, from)) return before.project;
  const asked: [keyof Files, string, unknown][] = [];
  const noting = <T>(question: keyof Files, ask: (path: string) => T) => {
    return (path: string): T => {
      const answer = ask(path);
      asked.push([question, path, answer]);
      return answer;
    };
  };
  const project = load({
    compose: noting('compose', (path) => from.compose(path)),
    text: noting('text', (path) => from.text(path)),
    has: noting('has', (path) => from.has(path)),
  });
  memories.set(last, { files, asked, project });
  return project;
}

function isSame(memory: Memory, files: readonly Compose[], from: Files): boolean {
  if (memory.files.length !== files.length || !memory.files.every((file, index) => file === files[index])) return false;
  return memory.asked.every(([question, path, answer]) => from[question](path) === answer);
}
