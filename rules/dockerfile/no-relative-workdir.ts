import { absolute, replace, rule } from '#rule';

const ABSOLUTE = /^["']?(?:[/\\]|[A-Za-z]:[/\\])/;

export default rule({
  id: 'no-relative-workdir',
  on: 'dockerfile',
  title: 'Every WORKDIR is absolute',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'safe',
  also: [
    'hadolint/DL3000',
    'kics/6b376af8',
    'kics/workdir_path_not_absolute',
    'checkov/CKV_DOCKER_10',
    'trivy/DS-0009',
    'sonar-iac/S7021',
    'semgrep/use-absolute-workdir',
    'dockerfile-utils/WORKDIR_IS_NOT_ABSOLUTE',
  ],
  *check(file) {
    for (const { trigger } of file.instructions('ONBUILD')) {
      const path = trigger?.keyword === 'WORKDIR' && trigger.text !== '' ? file.expand(trigger.text, trigger) : null;
      if (!trigger || path === null || ABSOLUTE.test(path) || ABSOLUTE.test(trigger.text) || trigger.text.includes('$')) continue;
      yield {
        at: trigger.arguments,
        message: `\`WORKDIR ${trigger.text}\` goes on from the directory that is set where somebody builds on this image, which nobody knows here.`,
      };
    }
    for (const stage of file.stages) {
      let current: string | null | undefined =
        [...stage.ancestors()].reverse().flatMap((base) => base.instructionsOf('WORKDIR'))[0] && null;
      for (const workdir of stage.instructionsOf('WORKDIR')) {
        const { text, words, arguments: at } = workdir;
        const path = file.expand(text, workdir);
        const first = current === undefined;
        const before: string | null | undefined = current;
        const value = path?.replace(/^["']|["']$/g, '') ?? null;
        const isAbsolute = ABSOLUTE.test(text) || (value !== null && ABSOLUTE.test(value));
        current = isAbsolute ? value : before && value !== null ? absolute(before, value) : null;
        if (first || isAbsolute || value === null || text === '') continue;
        const plain = words.length === 1 && /^[\w@./-]+$/.test(text) && current !== null && /^\/[\w@./-]*$/.test(current);
        yield {
          at,
          message: `\`WORKDIR ${text}\` goes on from the WORKDIR above: where it leads is told by two lines, and changes with the first.`,
          fix: plain ? { title: `Write \`WORKDIR ${current}\``, edits: [replace(at, current ?? '')] } : undefined,
        };
      }
    }
  },
});
