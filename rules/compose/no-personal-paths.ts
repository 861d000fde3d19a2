import { rule, writtenOnce } from '#rule';

/** Folders of one person, and drives of Windows. */
const PERSONAL =
  /^(?:\/(?:home|Users)\/(?!\$|linuxbrew|runner\/|shared\/)[^/$]+|(?:\/(?:mnt\/)?[a-z]|[A-Za-z]:)[/\\]Users[/\\][^/\\$]+|[A-Za-z]:[/\\])/;

export default rule({
  id: 'no-personal-paths',
  on: 'compose',
  title: 'Mounted folders are there on every machine',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  *check(file) {
    for (const { source, type } of writtenOnce(
      file.services.flatMap(({ volumes }) => volumes),
      (mount) => mount.range,
    )) {
      const found = source && type !== 'volume' && type !== 'npipe' ? PERSONAL.exec(source.text) : null;
      if (!source || !found) continue;
      yield {
        at: source.range,
        message: `\`${found[0]}\` is a folder of one machine: on another Docker makes an empty one in its place, or fails. Write a path relative to this file, or let a variable say it.`,
      };
    }
  },
});
