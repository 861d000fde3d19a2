import { canBeSecret, isInterpolated, isSecretName, resolvePath, rule, usedAt, writtenOnce } from '#rule';

const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.]{0,100})[ \t]*=[ \t]*(["']?)([^\r\n]{0,500}?)\2[ \t]*$/gm;
const TEXT = 100_000;

/** The first name of a file of variables whose value can be a secret. */
function secretIn(text: string): string | undefined {
  for (const [, name = '', , value = ''] of text.slice(0, TEXT).matchAll(LINE))
    if (isSecretName(name) && !isInterpolated(value) && canBeSecret(value)) return name;
  return undefined;
}

export default rule({
  id: 'env-file-not-in-repository',
  on: 'compose',
  title: 'Files with secret variables are not in the repository',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['docksec/env-file'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file, { project }) {
    const files = file.services.flatMap(({ envFiles }) => envFiles);
    for (const { path } of writtenOnce(files, (one) => one.path.range)) {
      const resolved = resolvePath(file.path, path.string);
      if (resolved === null || project.has(resolved) !== true) continue;
      const name = secretIn(project.source(resolved)?.text ?? '');
      if (name === undefined) continue;
      yield {
        at: usedAt(path),
        message: `\`${path.string}\` is part of the repository and sets \`${name}\`: everybody who can read the one has the other. Keep an example without values there, and add the file to \`.gitignore\`.`,
      };
    }
  },
});
