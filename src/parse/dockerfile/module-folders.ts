// Where an image has the packages that its build installed from a manifest: the `node_modules` beside it.
import { installsDependencies } from '../installs.ts';
import { absolute } from './context-path.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';
import { workingDirectory } from './working-directory.ts';

const MANAGERS = new Set(['npm', 'yarn', 'pnpm']);
const ELSEWHERE = ['--prefix', '-C', '--cwd', '--modules-folder', '--dir', '--location'];

const ELSEWHERE_SAID = /(?:^|[\s"'=:])\/node_modules|NODE_PATH|modules-folder|MODULES_FOLDER/;

const known = new WeakMap<Stage, readonly string[]>();

/** Absolute paths of what a container of the stage has; what is installed elsewhere is left out. */
export function moduleFolders(file: Dockerfile, stage: Stage): readonly string[] {
  const before = known.get(stage);
  if (before) return before;
  const found = new Set<string>();
  const chain = [stage, ...stage.ancestors()];
  // Settings that nobody sees here may put them there.
  const elsewhere = chain.some((link) => link.instructionsOf('RUN', 'ENV').some(({ text }) => ELSEWHERE_SAID.test(text)));
  for (const link of elsewhere ? [] : chain)
    for (const instruction of link.instructionsOf('RUN', 'COPY')) {
      const folder = instruction.keyword === 'RUN' ? installedIn(file, link, instruction) : copiedTo(file, link, instruction);
      if (folder !== null) found.add(folder);
    }
  const folders = [...found];
  known.set(stage, folders);
  return folders;
}

function installedIn(file: Dockerfile, stage: Stage, run: Instruction): string | null {
  const install = run.commands.find((command) => MANAGERS.has(command.name) && installsDependencies(command));
  if (!install || install.has(...ELSEWHERE) || run.commands.some(({ name }) => name === 'cd' || name === 'mv' || name === 'rm'))
    return null;
  const folder = workingDirectory(file, stage, run);
  return folder === null ? null : absolute(folder, 'node_modules');
}

function copiedTo(file: Dockerfile, stage: Stage, copy: Instruction): string | null {
  const words = copy.json ?? copy.words;
  const target = words.at(-1);
  if (!copy.flag('from') || words.length !== 2 || !target || !/(?:^|\/)node_modules\/?$/.test(words[0]?.value ?? '')) return null;
  const path = file.expand(target.text, copy);
  const folder = workingDirectory(file, stage, copy);
  if (path === null || (folder === null && !path.startsWith('/'))) return null;
  return /(?:^|\/)node_modules\/?$/.test(path) ? absolute(folder ?? '/', path) : null;
}
