import { type Arg, downloads, isNear, isOnlyKept, offersHttps, pipInstalls, type Range, replace, rule } from '#rule';

const PLAIN = /^["']?(http|ftp):\/\//i;

export default rule<{ hosts: 'known' | 'all' }>({
  id: 'no-plain-http',
  on: 'dockerfile',
  title: 'What is fetched comes over an encrypted connection',
  severity: 'warning',
  category: 'security',
  fixes: 'unsafe',
  also: ['datadog/avoid_http', 'sonar-iac/S5332'],
  cis: ['4.11'],
  nist: ['4.1.3'],
  options: {
    properties: {
      hosts: {
        type: 'string',
        enum: ['known', 'all'],
        description: 'Which servers are told: those that are known to offer the same over https, or all.',
        default: 'known',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    if (options.hosts === 'known' && isOnlyKept(file.path)) return;
    const fetched = downloads(file).flatMap(({ command, urls, checked }) =>
      checked ? [] : urls.map((url) => ({ url, exact: command.exact })),
    );
    const others = [
      ...file.commands('git', 'npm', 'yarn', 'gem', 'svn'),
      ...pipInstalls(file).map(({ command }) => command),
    ].flatMap(({ args, exact }) => args.map((url) => ({ url, exact })));
    const added = file
      .instructions('ADD')
      .filter((add) => !add.flag('checksum'))
      .flatMap(({ words }) => words.map((url) => ({ url, exact: true })));
    const all: readonly { url: Pick<Arg, 'text' | 'range'>; exact: boolean }[] = [...fetched, ...others, ...added];
    for (const { url, exact } of all) {
      const scheme = PLAIN.exec(url.text)?.[1];
      if (!scheme || isNear(url.text) || (options.hosts === 'known' && !(scheme === 'http' && offersHttps(url.text)))) continue;
      const start = url.range.start + (/^["']/.test(url.text) ? 1 : 0);
      const at: Range = { start, end: start + scheme.length };
      const shown = url.text.replace(/^["']|["']$/g, '').slice(0, 80);
      const written = file.source.text.slice(at.start, at.end);
      yield {
        at,
        message: `\`${shown}\` comes over the network in the clear: whoever is between the build and the server can put something else into the image.`,
        subject: `${file.subject(at)} ${shown}`,
        fix:
          exact && written === 'http' ? { title: 'Use `https`, if the server has it', edits: [replace(at, 'https')] } : undefined,
      };
    }
  },
});
