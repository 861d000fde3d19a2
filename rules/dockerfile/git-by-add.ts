import { commandSubject, rule } from '#rule';

export default rule({
  id: 'git-by-add',
  on: 'dockerfile',
  title: 'Repositories are fetched by ADD',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['tally/prefer-add-git'],
  *check(file) {
    for (const command of file.commands('git')) {
      const [action, ...operands] = command.operands;
      const url =
        action?.value === 'clone' ? operands.find(({ text }) => /^["']?(?:https?:\/\/|git@|ssh:\/\/)/.test(text)) : undefined;
      if (!url) continue;
      yield {
        at: url.range,
        message: `\`git clone\` runs once and then comes from the build cache, however old that is. \`ADD ${url.text.slice(0, 60)} …\` looks whether the repository has changed, and the image needs no git.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
