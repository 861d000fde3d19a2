import { type Dockerfile, type Instruction, replace, rule, type Stage } from '#rule';

const ABSOLUTE = /^["']?(?:[/\\]|[A-Za-z]:[/\\]|\$)/;

/** What was cloned or copied there under the same relative name: both go wherever the base image says, and so stay together. */
function cameAlike(file: Dockerfile, stage: Stage, workdir: Instruction, path: string): boolean {
  const [first = ''] = path.replace(/^\.\//, '').split('/');
  const earlier = stage.instructions.slice(0, stage.instructions.indexOf(workdir));
  return earlier.some(({ keyword, words, range }) => {
    if (keyword === 'COPY' || keyword === 'ADD') return words.at(-1)?.value.replace(/^\.\/|\/$/g, '') === first;
    const names = keyword === 'RUN' ? file.source.text.slice(range.start, range.end).split(/[\s;&|'"]+/) : [];
    return names.some(
      (name) =>
        !name.startsWith('/') &&
        name
          .split('/')
          .at(-1)
          ?.replace(/\.git$/, '') === first,
    );
  });
}

export default rule<{ folders: 'unknown' | 'all' }>({
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
  options: {
    properties: {
      folders: {
        type: 'string',
        enum: ['unknown', 'all'],
        description: 'Which relative folders are told: those that nothing was put into before, or all.',
        default: 'unknown',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    for (const stage of file.stages) {
      const [workdir] = stage.instructionsOf('WORKDIR');
      if (!workdir || stage.ancestors().some((base) => base.instructionsOf('WORKDIR').length > 0)) continue;
      const { text, arguments: at } = workdir;
      const path = file.expand(text, workdir);
      if (text === '' || path === null || ABSOLUTE.test(path) || ABSOLUTE.test(text)) continue;
      if (options.folders === 'unknown' && cameAlike(file, stage, workdir, path)) continue;
      const plain = /^(?:\.\/)?([\w@-][\w@./-]*)$/.exec(text)?.[1];
      yield {
        at,
        message: `\`WORKDIR ${text}\` is relative to the working directory of the base image, which nobody sees here and which may change with it.`,
        fix: plain ? { title: `Make it \`/${plain}\``, edits: [replace(at, `/${plain}`)] } : undefined,
      };
    }
  },
});
