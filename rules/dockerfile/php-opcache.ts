import { baseRef, isForDevelopment, packageCommands, rule, type Stage } from '#rule';

/** Images for PHP that leave it off. */
const WITHOUT = /^(?:serversideup\/php|dunglas\/frankenphp)$/;

/** Whether containers begin with a server for PHP. */
const webStart = (final: Stage): boolean =>
  [final, ...final.ancestors()].some((stage) =>
    stage
      .instructionsOf('CMD', 'ENTRYPOINT')
      .some(({ commands }) => commands.some(({ name }) => /^(?:php-fpm[\d.]*|apache2-foreground|frankenphp|rr)$/.test(name))),
  );

export default rule({
  id: 'php-opcache',
  on: 'dockerfile',
  title: 'PHP images for the web have OPcache',
  severity: 'info',
  category: 'performance',
  presets: [],
  also: ['tally/php/enable-opcache-in-production'],
  *check(file) {
    const final = file.stages.at(-1);
    const base = final ? baseRef(final) : null;
    if (!final?.image || isForDevelopment(file)) return;
    const start = webStart(final);
    const official = base?.official === true && base.name === 'php';
    const tag = official ? (base.tag ?? '') : '';
    if (official ? !/(?:^|-)(?:fpm|apache)(?:-|$)/.test(tag) && !start : !start && !WITHOUT.test(base?.repository ?? '')) return;
    // Since 8.5 it is a part of PHP itself.
    const [major = 0, minor = 0] = tag.split(/[.-]/).map(Number);
    if (major > 8 || (major === 8 && minor >= 5)) return;
    const chain = [final, ...final.ancestors()];
    // On Debian the package of the server brings it along.
    if (
      !official &&
      packageCommands(file, 'apt', 'install').some(({ packages }) =>
        packages.some(({ value }) => /^php[\d.]*-fpm/.test(value ?? '')),
      )
    )
      return;
    if (
      chain.some(({ instructions }) =>
        instructions.some(
          ({ keyword, range }) => keyword !== 'FROM' && /opcache/i.test(file.source.text.slice(range.start, range.end)),
        ),
      )
    )
      return;
    yield {
      at: final.image.range,
      message: official
        ? `\`${base.text}\` brings OPcache switched off, so that every request compiles all of its PHP files again. \`RUN docker-php-ext-install opcache\` switches it on.`
        : 'Nothing here installs OPcache or switches it on: without it every request compiles all of its PHP files again.',
      subject: `${file.subject(final.from.keywordRange)} opcache`,
    };
  },
});
