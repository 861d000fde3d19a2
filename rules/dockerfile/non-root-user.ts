import {
  aboveEpilogue,
  type CreatedUser,
  createdUser,
  type Dockerfile,
  familiarName,
  type Instruction,
  indentation,
  insert,
  lineEnd,
  type ProposedEdit,
  replace,
  rootStart,
  rule,
  type Stage,
  wholeLines,
  withUid,
} from '#rule';

/** Above those that images and hosts give to people and services. */
const UID = '10001';

/** Above the entry, or behind what is still built below it. */
function userLine(file: Dockerfile, stage: Stage, entry: Instruction, user: string): ProposedEdit {
  const { text } = file.source;
  const line = `${text.startsWith(entry.keyword, entry.keywordRange.start) ? 'USER' : 'user'} ${user}`;
  const after = stage.instructions.slice(stage.instructions.indexOf(entry));
  if (after.some(({ keyword }) => /^(?:RUN|WORKDIR|COPY|ADD)$/.test(keyword))) return aboveEpilogue(file, stage, line);
  return insert(wholeLines(file, epilogueOf(stage, entry)).start, `${indentation(file, entry)}${line}${lineEnd(text)}`);
}

/** `$APP_UID`, where the command takes the number from a variable that is known where the program is started. */
function uidVariable(file: Dockerfile, { command }: CreatedUser, entry: Instruction | null): string | null {
  const at = command.args.findIndex(({ text }) => text === '-u' || text === '--uid');
  const [, name] = /^"?(\$\w+|\$\{\w+\})"?$/.exec(command.args[at + 1]?.text ?? '') ?? [];
  return at >= 0 && name && entry && /^[1-9]\d*$/.test(file.expand(name, entry) ?? '') ? name : null;
}

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
    const numbered = created?.uid === null ? withUid(created, created.command.instruction.stage ?? final, UID) : null;
    const name = created?.name ?? base.user;
    const user = created ? (numbered ? UID : (created.uid ?? uidVariable(file, created, entry) ?? created.name)) : base.uid;
    const edit = entry && user ? userLine(file, final, entry, user) : undefined;
    yield {
      at: entry?.keywordRange ?? final.image?.range ?? final.from.keywordRange,
      message: `No USER is set and \`${ref ? familiarName(ref) : 'scratch'}\` leaves it at root, so that containers run as root: whoever takes over the process owns all of the container.${created ? ` The user \`${created.name}\` that is created above is never used.` : user ? '' : ' Create a user and name it with USER.'}`,
      subject: `${file.subject(final.from.keywordRange)} USER`,
      fix: edit && {
        title: `${numbered ? `Give \`${name}\` the number ${UID} and run as it` : `Run as \`${name}\``}; what the program writes has to belong to that user`,
        edits: numbered ? [replace(numbered.range, numbered.text), edit] : [edit],
      },
    };
  },
});
