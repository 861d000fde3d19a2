import { isOnlyKept, remove, replace, rule, takenAway, wholeLines } from '#rule';

const KEY = 'org.opencontainers.image.authors';

export default rule({
  id: 'no-maintainer',
  on: 'dockerfile',
  title: 'A label names the authors, not MAINTAINER',
  severity: 'info',
  category: 'maintainability',
  fixes: 'safe',
  also: [
    'hadolint/DL4000',
    'buildkit/MaintainerDeprecated',
    'trivy/DS-0022',
    'kics/99614418',
    'kics/maintainer_instruction_being_used',
    'checkov/CKV_DOCKER_6',
    'semgrep/maintainer-is-deprecated',
    'sonar-iac/S6586',
    'dockerfile-utils/DEPRECATED_MAINTAINER',
    'dockerfilelint/deprecated_in_1.13',
  ],
  *check(file) {
    if (isOnlyKept(file.path)) return;
    const labelled = file.instructions('LABEL').some(({ pairs }) => pairs.some(({ name }) => name.value === KEY));
    const last = new Map(file.instructions('MAINTAINER').map((one) => [one.stage, one]));
    for (const maintainer of file.instructions('MAINTAINER')) {
      const { text, words, keywordRange: at, range, comments, stage } = maintainer;
      const [first] = words;
      const authors = (words.length === 1 && first ? first.value : text).replace(/\s+/g, ' ');
      const value = [...authors].map((char) =>
        char === '"' || char === '$' || char === file.escape ? `${file.escape}${char}` : char,
      );
      const lower = file.source.text.slice(at.start, at.end) === 'maintainer';
      const asLabel =
        labelled || authors === ''
          ? undefined
          : {
              title: `Use the label \`${KEY}\``,
              edits: [replace(range, `${lower ? 'label' : 'LABEL'} ${KEY}="${value.join('')}"`)],
            };
      const replaced = {
        title: 'Remove it; a later one replaces it',
        edits: [remove(takenAway(file, wholeLines(file, maintainer)))],
      };
      yield {
        at,
        message: '`MAINTAINER` is deprecated, and tools that read image labels do not see it.',
        fix: comments.length > 0 ? undefined : last.get(stage) === maintainer ? asLabel : replaced,
      };
    }
  },
});
