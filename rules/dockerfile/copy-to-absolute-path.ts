import { levels, replace, rule } from '#rule';

const ABSOLUTE = /^["']?(?:[/\\]|[A-Za-z]:[/\\]|\$)/;

export default rule({
  id: 'copy-to-absolute-path',
  on: 'dockerfile',
  title: 'Where nothing sets WORKDIR, files are copied to absolute paths',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['hadolint/DL3045', 'droast/DF063'],
  *check(file) {
    for (const stage of file.stages) {
      if (stage.ancestors().some((base) => base.instructionsOf('WORKDIR').length > 0)) continue;
      const [workdir] = stage.instructionsOf('WORKDIR');
      const kept = [stage, ...stage.ancestors()].some((one) =>
        one.instructionsOf('ONBUILD').some(({ trigger }) => trigger?.keyword === 'WORKDIR'),
      );
      for (const copy of stage.instructionsOf('COPY', 'ADD', 'ONBUILD').map((one) => one.trigger ?? one)) {
        const target = (copy.json ?? copy.words).at(-1);
        if (
          (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') ||
          (workdir && workdir.range.start < copy.range.start) ||
          (kept && copy.onbuild)
        )
          continue;
        if (!target || (copy.json ?? copy.words).length < 2 || ABSOLUTE.test(target.text) || ABSOLUTE.test(target.value))
          continue;
        const path = `/${levels(target.value).join('/')}${/[^./]\/$/.test(target.value) ? '/' : ''}`;
        const plain = /^[\w@./-]+$/.test(target.text) && copy.interpreter.kind === 'posix';
        yield {
          at: target.range,
          message: `\`${target.value}\` is relative to the working directory of the base image, which nobody sees here and which may change with it.`,
          subject: `${file.subject(copy.keywordRange)} ${copy.text.slice(0, 80)}`,
          fix: plain
            ? {
                title: `Copy to \`${path}\`, which is the same unless the base sets another directory`,
                edits: [replace(target.range, path)],
              }
            : undefined,
        };
      }
    }
  },
});
