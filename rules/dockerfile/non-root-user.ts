import {
  createdUser,
  dropsRoot,
  type Instruction,
  indentation,
  insert,
  knownUser,
  lastUser,
  lineEnd,
  rule,
  wholeLines,
} from '#rule';

/** An image to work in by hand: it starts a shell and nothing else. */
const opensShell = ({ commands: [command, ...others] }: Instruction) =>
  others.length === 0 &&
  command !== undefined &&
  /^(?:sh|bash|ash|dash|zsh)$/.test(command.name) &&
  command.operands.length === 0;

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
  ],
  cis: ['4.1'],
  nist: ['4.1.2'],
  *check(file) {
    const final = file.stages.at(-1);
    if (!final || lastUser(final) || dropsRoot(final)) return;
    const chain = [final, ...final.ancestors()];
    const { image, ref } = chain.at(-1) ?? final;
    const scratch = image?.value === 'scratch';
    const base = scratch ? { root: true, user: '65532:65532', dropsRoot: false } : ref && knownUser(ref);
    if (
      !base?.root ||
      base.dropsRoot ||
      !chain.some((stage) => stage.instructionsOf('CMD', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK').length > 0)
    )
      return;
    const created = createdUser(final);
    const user = created ?? base.user;
    const [entry] = final.instructionsOf('CMD', 'ENTRYPOINT');
    if (entry && opensShell(entry)) return;
    const after = final.instructions.slice(entry ? final.instructions.indexOf(entry) : 0);
    const lower = entry && entry.keyword !== file.source.text.slice(entry.keywordRange.start, entry.keywordRange.end);
    const fixable = entry && user && !after.some(({ keyword }) => keyword === 'RUN' || keyword === 'WORKDIR');
    const text = entry ? `${indentation(file, entry)}${lower ? 'user' : 'USER'} ${user}${lineEnd(file.source.text)}` : '';
    yield {
      at: entry?.keywordRange ?? image?.range ?? final.from.keywordRange,
      message: `No USER is set and \`${scratch ? 'scratch' : (ref?.text ?? '')}\` leaves it at root, so that containers run as root: whoever takes over the process owns all of the container.${created ? ` The user \`${created}\` that is created above is never used.` : user ? '' : ' Create a user and name it with USER.'}`,
      subject: `${file.subject(final.from.keywordRange)} USER`,
      fix: fixable
        ? {
            title: `Run as \`${user}\`; what the program writes has to belong to that user`,
            edits: [insert(wholeLines(file, entry).start, text)],
          }
        : undefined,
    };
  },
});
