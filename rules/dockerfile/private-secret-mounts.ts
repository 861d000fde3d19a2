import { remove, rule, runMounts } from '#rule';

export default rule({
  id: 'private-secret-mounts',
  on: 'dockerfile',
  title: 'Secret mounts are readable for one user only',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['sonar-iac/S6469'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file) {
    for (const run of file.instructions('RUN'))
      for (const { type, fields } of runMounts(file, run)) {
        const mode = fields.find(({ key }) => key === 'mode');
        if ((type !== 'secret' && type !== 'ssh') || !mode?.value || !mode.range || !/^[0-7]{3,5}$/.test(mode.value)) continue;
        if (mode.value.endsWith('0')) continue;
        yield {
          at: mode.range,
          message: `\`mode=${mode.value}\` opens the ${type === 'ssh' ? 'agent' : 'secret'} to every user of this step, and so to every program that it runs as another one. Name the user that needs it with \`uid=\`.`,
          subject: `${file.subject(mode.range)} ${run.text.slice(0, 80)}`,
          fix: {
            title: 'Remove the mode, so that only root, or the user of `uid=`, can read it',
            edits: [remove({ start: mode.range.start - 1, end: mode.range.end })],
          },
        };
      }
  },
});
