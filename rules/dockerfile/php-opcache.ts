import { baseRef, isForDevelopment, rule } from '#rule';

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
    const tag = base?.tag ?? '';
    if (
      !final?.image ||
      base?.name !== 'php' ||
      !base.official ||
      !/(?:^|-)(?:fpm|apache)(?:-|$)/.test(tag) ||
      isForDevelopment(file)
    )
      return;
    // Since 8.5 it is a part of PHP itself.
    const [major = 0, minor = 0] = tag.split(/[.-]/).map(Number);
    if (major > 8 || (major === 8 && minor >= 5)) return;
    const chain = [final, ...final.ancestors()];
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
      message: `\`${base.text}\` brings OPcache switched off, so that every request compiles all of its PHP files again. \`RUN docker-php-ext-install opcache\` switches it on.`,
      subject: `${file.subject(final.from.keywordRange)} opcache`,
    };
  },
});
