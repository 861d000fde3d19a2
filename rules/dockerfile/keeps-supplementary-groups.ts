import { type Membership, membership, remove, rule } from '#rule';

export default rule({
  id: 'keeps-supplementary-groups',
  on: 'dockerfile',
  title: 'USER keeps the groups that the user was put into',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  also: ['tally/user-explicit-group-drops-supplementary-groups'],
  *check(file) {
    const memberships = file.commands().flatMap((command): (Membership & { at: number; stage: unknown })[] => {
      const found = membership(command);
      return found && found.groups.length > 0 ? [{ ...found, at: command.range.start, stage: command.instruction.stage }] : [];
    });
    if (memberships.length === 0) return;
    for (const user of file.instructions('USER')) {
      const [, name, group] = /^([a-zA-Z_][\w.-]*):([\w.-]+)$/.exec(user.words[0]?.text ?? '') ?? [];
      if (!name || !group || user.words.length !== 1 || !user.stage) continue;
      const stages: readonly unknown[] = [user.stage, ...user.stage.ancestors()];
      const lost = memberships
        .filter((one) => one.user === name && one.at < user.range.start && stages.includes(one.stage))
        .flatMap(({ groups }) => groups.filter((one) => one !== group));
      if (lost.length === 0) continue;
      const at = { start: user.arguments.start + name.length, end: user.arguments.end };
      const names = [...new Set(lost)].map((one) => `\`${one}\``).join(', ');
      yield {
        at,
        message: `With a group behind its name the user has that group only: \`${name}\` was put into ${names} above, and loses that here.`,
        subject: `${file.subject(user.keywordRange)} ${user.text}`,
        fix: { title: `Write \`USER ${name}\`, so that the process has all groups of \`${name}\``, edits: [remove(at)] },
      };
    }
  },
});
