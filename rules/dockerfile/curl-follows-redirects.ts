import { commandSubject, downloads, insert, rule } from '#rule';

export default rule({
  id: 'curl-follows-redirects',
  on: 'dockerfile',
  title: 'curl follows redirects',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['tally/curl-should-follow-redirects'],
  *check(file) {
    for (const { command, urls, kept } of downloads(file)) {
      const [url] = urls;
      if (command.name !== 'curl' || !kept || !url) continue;
      if (
        command.has(
          '-L',
          '--location',
          '--location-trusted',
          '-I',
          '--head',
          '-X',
          '--request',
          '-d',
          '--data',
          '-K',
          '--config',
          '-w',
          '--write-out',
        )
      )
        continue;
      yield {
        at: command.nameRange,
        message:
          'Without `-L` `curl` keeps the answer that says where the file has moved, instead of the file. Addresses that work today are redirected some day.',
        subject: commandSubject(file, command),
        fix:
          command.exact && !/^-.*[oO]$/.test(command.args[command.args.indexOf(url) - 1]?.text ?? '')
            ? { title: 'Add `-L`', edits: [insert(url.range.start, '-L ')] }
            : undefined,
      };
    }
  },
});
