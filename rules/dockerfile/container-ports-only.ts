import { rule } from '#rule';

export default rule({
  id: 'container-ports-only',
  on: 'dockerfile',
  title: 'EXPOSE names ports of the container only',
  severity: 'warning',
  category: 'reliability',
  also: ['buildkit/ExposeInvalidFormat', 'dockerfilelint/expose_host_port'],
  *check(file) {
    for (const expose of file.instructions('EXPOSE')) {
      for (const { text, range } of expose.words) {
        const colon = text.replace(/\$\{[^}]*\}/g, (variable) => '_'.repeat(variable.length)).lastIndexOf(':');
        if (colon <= 0 || /^:*$/.test(text.slice(0, colon))) continue;
        yield {
          at: range,
          message: `EXPOSE publishes nothing, so \`${text.slice(0, colon)}\` in front of the port has no effect. Docker will refuse it in a future release.`,
        };
      }
    }
  },
});
