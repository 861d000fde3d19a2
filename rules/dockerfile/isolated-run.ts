import { type Instruction, remove, rule } from '#rule';

const WHY: ReadonlyMap<string, string> = new Map([
  [
    'security',
    'gives this step all capabilities and no sandbox: whatever it downloads and runs can take over the machine that builds',
  ],
  [
    'network',
    'lets this step reach everything that listens on the machine that builds, its internal addresses and cloud metadata included',
  ],
]);

const isOpen = ({ name, value }: Instruction['flags'][number]) =>
  (name === 'security' && value === 'insecure') || (name === 'network' && value === 'host');

export default rule({
  id: 'isolated-run',
  on: 'dockerfile',
  title: 'Build steps run in their sandbox',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['sonar-iac/S6502', 'sonar-iac/S6431', 'dockerfile-sec/core-009'],
  nist: ['4.1.2'],
  *check(file) {
    for (const run of file.instructions('RUN'))
      for (const flag of run.flags.filter(isOpen)) {
        const text = `--${flag.name}=${flag.value}`;
        yield {
          at: flag.range,
          message: `\`${text}\` ${WHY.get(flag.name)}.`,
          subject: `${file.subject(flag.range)} ${run.text.slice(0, 80)}`,
          fix: {
            title: `Remove \`${text}\`; the step is then isolated like others`,
            edits: [remove({ start: flag.range.start - 1, end: flag.range.end })],
          },
        };
      }
  },
});
