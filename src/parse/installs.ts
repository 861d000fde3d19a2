// Commands that install what a project's manifest names: `npm ci`, `pip install -r …`, `bundle install`.
import type { Command } from './shell/model.ts';

const words = ({ args }: Command) => args.map(({ text }) => text);

/** Whether a command installs dependencies from a manifest and needs no other file of the project. */
export function installsDependencies(command: Command): boolean {
  const [first = '', second] = words(command).filter((word) => !word.startsWith('-'));
  const all = words(command);
  if (all.some((word) => /^(?:-g|--global|-e|--editable)$/.test(word))) return false;
  switch (command.name) {
    case 'npm':
      return /^(?:ci|install|i|clean-install)$/.test(first) && second === undefined;
    case 'pnpm':
      return /^(?:install|i|fetch)$/.test(first) && second === undefined;
    case 'yarn':
      return (
        (first === 'install' || (first === '' && !all.some((word) => /^(?:-v|--version|--help)$/.test(word)))) &&
        second === undefined
      );
    case 'bun':
      return /^(?:install|i|ci)$/.test(first) && second === undefined;
    case 'pip':
    case 'pip3':
      return first === 'install' && all.some((word) => /^(?:-r|--requirement)/.test(word)) && !all.includes('.');
    case 'python':
    case 'python3':
      return /-m pip install (?:.* )?(?:-r|--requirement)/.test(all.join(' ').slice(0, 1000)) && !all.includes('.');
    case 'uv':
      return (
        (first === 'pip' &&
          second === 'install' &&
          all.some((word) => /^(?:-r|--requirement)/.test(word)) &&
          !all.includes('.')) ||
        (first === 'sync' && all.some((word) => /^--no-install-(?:project|workspace|local)$/.test(word)))
      );
    case 'mvn':
    case 'mvnw':
      return /^dependency:(?:go-offline|resolve|resolve-plugins)$/.test(first) && second === undefined;
    case 'dotnet':
      return first === 'restore';
    case 'mix':
      return first === 'deps.get';
    case 'bundle':
    case 'composer':
    case 'pipenv':
      return first === 'install';
    case 'poetry':
      return first === 'install' && all.includes('--no-root');
    case 'go':
      return first === 'mod' && second === 'download';
    default:
      return false;
  }
}
