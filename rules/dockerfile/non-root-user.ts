import {
  createdUser,
  familiarName,
  type Instruction,
  indentation,
  insert,
  lineEnd,
  rootStart,
  rule,
  type Stage,
  wholeLines,
} from '#rule';

/** The first of the instructions that say how the container runs, where they stand together above `entry`. */
function epilogueOf({ instructions }: Stage, entry: Instruction): Instruction {
  let at = instructions.indexOf(entry);
  while (/^(?:STOPSIGNAL|HEALTHCHECK)$/.test(instructions[at - 1]?.keyword ?? '')) at--;
  return instructions[at] ?? entry;
}

export default rule({
  id: 'non-root-user',
  on: 'dockerfile',
  title: 'Images that run something set a user',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: [
    'trivy/DS-0002',
    'kics/fd54f200',
    'kics/missing_user_instruction',
    'checkov/CKV_DOCKER_3',
    'semgrep/missing-user',
    'semgrep/missing-user-entrypoint',
    'sonar-iac/S6471',
    'tally/user-created-but-never-used',
    'tally/stateful-root-runtime',
  ],
  cis: ['4.1'],
  nist: ['4.1.2'],
  *check(file) {
    const start = rootStart(file);
    if (!start) return;
    const { final, base, ref, entry } = start;
    const created = createdUser(final);
    const name = created?.name ?? base.user;
    const user = created ? (created.uid ?? created.name) : base.uid;
    const after = final.instructions.slice(entry ? final.instructions.indexOf(entry) : 0);
    const lower = entry && entry.keyword !== file.source.text.slice(entry.keywordRange.start, entry.keywordRange.end);
    const fixable = entry && user && !after.some(({ keyword }) => keyword === 'RUN' || keyword === 'WORKDIR');
    const text = entry ? `${indentation(file, entry)}${lower ? 'user' : 'USER'} ${user}${lineEnd(file.source.text)}` : '';
    yield {
      at: entry?.keywordRange ?? final.image?.range ?? final.from.keywordRange,
      message: `No USER is set and \`${ref ? familiarName(ref) : 'scratch'}\` leaves it at root, so that containers run as root: whoever takes over the process owns all of the container.${created ? ` The user \`${created.name}\` that is created above is never used.` : user ? '' : ' Create a user and name it with USER.'}`,
      subject: `${file.subject(final.from.keywordRange)} USER`,
      fix: fixable
        ? {
            title: `Run as \`${name}\`; what the program writes has to belong to that user`,
            edits: [insert(wholeLines(file, epilogueOf(final, entry)).start, text)],
          }
        : undefined,
    };
  },
});
