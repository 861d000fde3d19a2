import { isWindows, replace, rule, signalName } from '#rule';

export default rule({
  id: 'catchable-stopsignal',
  on: 'dockerfile',
  title: 'STOPSIGNAL is one that a program can act on',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  also: ['tally/no-ungraceful-stopsignal'],
  *check(file) {
    for (const { text, arguments: at, stage } of file.instructions('STOPSIGNAL')) {
      const name = signalName(text.replace(/^(["'])(.*)\1$/, '$2'));
      if ((name !== 'SIGKILL' && name !== 'SIGSTOP') || (stage && isWindows(stage))) continue;
      yield {
        at,
        message: `No program can catch \`${name}\`, so \`docker stop\` ${name === 'SIGKILL' ? 'kills it in the middle of its work' : 'freezes it and kills it after ten seconds'}: connections break, and what is not written is lost.`,
        fix: { title: 'Use `SIGTERM`, on which programs finish and leave', edits: [replace(at, 'SIGTERM')] },
      };
    }
  },
});
