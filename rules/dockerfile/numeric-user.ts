import { isRoot, lastUser, rule } from '#rule';

export default rule({
  id: 'numeric-user',
  on: 'dockerfile',
  title: 'The last USER is a number',
  severity: 'info',
  category: 'security',
  presets: ['strict'],
  also: ['hadolint/DL3066'],
  cis: ['4.1'],
  nist: ['4.1.2'],
  *check(file) {
    const final = file.stages.at(-1);
    const user = final ? lastUser(final) : null;
    const [word] = user?.words ?? [];
    if (!user || !word || isRoot(file, user) !== false || user.interpreter.kind === 'cmd') return;
    const name = file.expand(word.text, user) ?? '';
    if (/^\d+(?::|$)|^(?::|$)/.test(name)) return;
    yield {
      at: word.range,
      message: `Kubernetes cannot tell whether \`${name}\` is root: with \`runAsNonRoot\` it refuses to start the container unless USER is a number.`,
    };
  },
});
