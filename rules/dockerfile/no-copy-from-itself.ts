import { rule, stageNamed } from '#rule';

export default rule({
  id: 'no-copy-from-itself',
  on: 'dockerfile',
  title: 'A stage does not copy from itself',
  severity: 'error',
  category: 'consistency',
  also: [
    'hadolint/DL3023',
    'trivy/DS-0006',
    'kics/cdddb86f',
    'kics/copy_from_references_current_from_alias',
    'semgrep/copy-from-own-alias',
  ],
  *check(file) {
    for (const { keyword, stage, flags } of file.instructions('COPY', 'RUN'))
      for (const { name, value, valueRange } of flags) {
        const from = name === 'from' ? value : name === 'mount' ? /(?:^|,)from=([^,]+)/.exec(value ?? '')?.[1] : null;
        if (!stage || !valueRange || !from || stageNamed(file, from) !== stage) continue;
        if (file.stages.slice(0, stage.index).some((earlier) => earlier.name?.value.toLowerCase() === from.toLowerCase()))
          continue;
        yield {
          at: valueRange,
          message: `\`--${name}=${value}\` names the stage that this ${keyword} is part of, which cannot be finished before it: the build stops.`,
        };
      }
  },
});
