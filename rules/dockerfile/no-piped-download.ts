import { commandSubject, rule, runnerOf } from '#rule';

export default rule({
  id: 'no-piped-download',
  on: 'dockerfile',
  title: 'Downloads are not piped into a shell',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  cis: ['4.11'],
  nist: ['4.1.3'],
  *check(file) {
    for (const download of file.commands('curl', 'wget')) {
      const runner = runnerOf(download);
      if (!runner) continue;
      yield {
        at: download.nameRange,
        message: `What \`${download.name}\` fetches is run by \`${runner.name}\` unseen: whoever can change it at its address changes this image, and a broken download runs half a script. Save it, compare its checksum, then run it.`,
        subject: commandSubject(file, download),
      };
    }
  },
});
