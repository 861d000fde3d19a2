import { baseRef, bringsCuda, commandSubject, rule } from '#rule';

export default rule({
  id: 'uv-instead-of-conda',
  on: 'dockerfile',
  title: 'Python packages for GPUs are installed without conda',
  severity: 'info',
  category: 'size',
  presets: [],
  also: ['tally/gpu/prefer-uv-over-conda'],
  *check(file) {
    for (const command of file.commands('conda', 'mamba', 'micromamba')) {
      const base = command.instruction.stage && baseRef(command.instruction.stage);
      const action = command.operands[0]?.value ?? '';
      if (!/^(?:install|create|env)$/.test(action) || !bringsCuda(base)) continue;
      yield {
        at: command.nameRange,
        message: `\`${command.name}\` brings libraries of CUDA and a Python of its own beside those of \`${base?.text}\`. Wheels from PyPI, with pip or uv, use what is there.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
