import { aboveEpilogue, type Instruction, type Range, replace, rule, signalName, stopSignalOf } from '#rule';

/** The program that is started, and gets the signal where a shell makes room for it: the last thing that a shell runs. */
function programOf({ json, commands, words }: Instruction): { value: string; range: Range } | null {
  const [first] = json ?? [];
  if (first) return first;
  const [word] = words;
  return commands.length === 1 && word ? { value: word.value, range: word.range } : null;
}

export default rule({
  id: 'stopsignal-of-program',
  on: 'dockerfile',
  title: 'STOPSIGNAL is the one on which the program finishes its work',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['tally/prefer-nginx-sigquit', 'tally/prefer-systemd-sigrtmin-plus-3'],
  *check(file) {
    const final = file.stages.at(-1);
    if (!final) return;
    const chain = [final, ...final.ancestors()];
    const last = (keyword: string) => chain.map((stage) => stage.instructionsOf(keyword).at(-1)).find((one) => one !== undefined);
    const start = last('ENTRYPOINT') ?? last('CMD');
    const program = start && programOf(start);
    const wanted = program && stopSignalOf(program.value);
    if (!start || !wanted || start.stage !== final) return;
    const signal = last('STOPSIGNAL');
    const written = signal && signalName(signal.text);
    // Images of the program itself bring its signal along.
    if (
      signal
        ? written === null || written === wanted
        : chain.at(-1)?.ref === null ||
          !/^(?:debian|ubuntu|alpine|fedora|centos|rockylinux|almalinux|amazonlinux|oraclelinux)$/.test(
            chain.at(-1)?.ref?.name ?? '',
          )
    )
      return;
    if (signal && signal.stage !== final) return;
    const lower = file.source.text.startsWith(start.keyword.toLowerCase(), start.keywordRange.start);
    const added = signal ? null : aboveEpilogue(file, final, `${lower ? 'stopsignal' : 'STOPSIGNAL'} ${wanted}`);
    const edit = added ? replace(added.range, added.text) : replace(signal?.arguments ?? start.range, wanted);
    yield {
      at: signal?.arguments ?? program.range,
      message: `\`${program.value}\` finishes its work on \`${wanted}\`; on \`${written ?? 'SIGTERM'}\`, which \`docker stop\` sends, it ${wanted === 'SIGRTMIN+3' ? 'does not stop' : 'breaks off what it is answering'}.`,
      subject: `${file.subject(program.range)} stopsignal`,
      // The rule `catchable-stopsignal` puts another one there.
      fix: /^SIG(?:KILL|STOP)$/.test(written ?? '') ? undefined : { title: `Set \`STOPSIGNAL ${wanted}\``, edits: [edit] },
    };
  },
});
