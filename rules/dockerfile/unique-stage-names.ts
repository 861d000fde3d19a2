import { rule, type Stage } from '#rule';

export default rule({
  id: 'unique-stage-names',
  on: 'dockerfile',
  title: 'Every stage has a name of its own',
  severity: 'error',
  category: 'consistency',
  also: [
    'hadolint/DL3024',
    'buildkit/DuplicateStageName',
    'trivy/DS-0012',
    'kics/f2daed12',
    'kics/same_alias_in_different_froms',
    'checkov/CKV_DOCKER_11',
    'semgrep/alias-must-be-unique',
    'dockerfile-utils/DUPLICATE_BUILD_STAGE_NAME',
  ],
  *check(file) {
    const first = new Map<string, Stage>();
    for (const stage of file.stages) {
      const name = stage.name?.value.toLowerCase();
      if (!stage.name || !name) continue;
      const earlier = first.get(name);
      if (!earlier) first.set(name, stage);
      else
        yield {
          at: stage.name.range,
          message: `An earlier stage is called \`${stage.name.value}\`, too: \`--from=${stage.name.value}\` and \`--target\` can mean only one of them.`,
          related: earlier.name ? [{ at: earlier.name.range, message: 'The earlier stage' }] : [],
        };
    }
  },
});
