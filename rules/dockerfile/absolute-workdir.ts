import { replace, rule } from '#rule';

const ABSOLUTE = /^["']?(?:[/\\]|[A-Za-z]:[/\\]|\$)/;

export default rule({
  id: 'absolute-workdir',
  on: 'dockerfile',
  title: 'The first WORKDIR is absolute',
  severity: 'warning',
  category: 'maintainability',
  fixes: 'unsafe',
  also: [
    'hadolint/DL3000',
    'buildkit/WorkdirRelativePath',
    'trivy/DS-0009',
    'kics/6b376af8',
    'kics/workdir_path_not_absolute',
    'checkov/CKV_DOCKER_10',
    'semgrep/use-absolute-workdir',
    'sonar-iac/S7021',
    'dockerfile-utils/WORKDIR_IS_NOT_ABSOLUTE',
    'dockerfilelint/invalid_workdir',
  ],
  *check(file) {
    for (const stage of file.stages) {
      const [workdir] = stage.instructionsOf('WORKDIR');
      if (!workdir || stage.ancestors().some((base) => base.instructionsOf('WORKDIR').length > 0)) continue;
      const { text, arguments: at } = workdir;
      const path = file.expand(text, workdir);
      if (text === '' || path === null || ABSOLUTE.test(path) || ABSOLUTE.test(text)) continue;
      const plain = /^(?:\.\/)?([\w@-][\w@./-]*)$/.exec(text)?.[1];
      yield {
        at,
        message: `\`WORKDIR ${text}\` is relative to the working directory of the base image, which nobody sees here and which may change with it.`,
        fix: plain ? { title: `Make it \`/${plain}\``, edits: [replace(at, `/${plain}`)] } : undefined,
      };
    }
  },
});
