import { type Dockerfile, type Instruction, isTemplate, remove, rule, takenAway, wholeLines } from '#rule';

/** `# option 1: …` right above: the file lists what a reader may choose from. */
function isAlternative(file: Dockerfile, { range }: Instruction): boolean {
  const before = file.source.text.slice(Math.max(0, range.start - 400), range.start);
  return /#[^\n]{0,100}\b(?:option|alternative|variant)\b[^\n]{0,200}\n(?:[ \t]*#[^\n]{0,200}\n)*[ \t]*$/i.test(before);
}

export default rule<{ alternatives: 'kept' | 'told' }>({
  id: 'single-cmd-and-entrypoint',
  on: 'dockerfile',
  title: 'A stage has one CMD, one ENTRYPOINT and one HEALTHCHECK',
  severity: 'warning',
  category: 'maintainability',
  fixes: 'safe',
  also: [
    'hadolint/DL3012',
    'hadolint/DL4003',
    'hadolint/DL4004',
    'buildkit/MultipleInstructionsDisallowed',
    'trivy/DS-0007',
    'trivy/DS-0016',
    'trivy/DS-0023',
    'kics/41c195f4',
    'kics/multiple_cmd_instructions_listed',
    'kics/6938958b',
    'kics/multiple_entrypoint_instructions_listed',
    'datadog/do_not_use_multiple_healthcheck',
    'semgrep/multiple-cmd-instructions',
    'semgrep/multiple-entrypoint-instructions',
    'sonar-iac/S6589',
    'dockerfile-utils/MULTIPLE_INSTRUCTIONS',
  ],
  options: {
    properties: {
      alternatives: {
        type: 'string',
        enum: ['kept', 'told'],
        description: 'Whether options that a comment lists for the reader are left alone.',
        default: 'kept',
        wider: 'told',
      },
    },
  },
  *check(file, { options }) {
    if (isTemplate(file)) return;
    for (const stage of file.stages)
      for (const keyword of ['CMD', 'ENTRYPOINT', 'HEALTHCHECK']) {
        const all = stage.instructionsOf(keyword);
        const last = all.at(-1);
        for (const earlier of all.slice(0, -1)) {
          if (options.alternatives === 'kept' && isAlternative(file, earlier)) continue;
          yield {
            at: earlier.keywordRange,
            message: `This \`${keyword}\` has no effect: a later one of the same stage replaces it.`,
            subject: `${file.subject(earlier.keywordRange)} ${earlier.text.slice(0, 60)}`,
            related: last ? [{ at: last.keywordRange, message: 'The one that counts' }] : [],
            fix:
              earlier.comments.length > 0
                ? undefined
                : { title: `Remove this \`${keyword}\``, edits: [remove(takenAway(file, wholeLines(file, earlier)))] },
          };
        }
      }
  },
});
