import { baseRef, commandSubject, cudaVersion, rule, wantedCuda } from '#rule';

export default rule({
  id: 'cuda-of-one-version',
  on: 'dockerfile',
  title: 'Packages are built for the CUDA of the base image',
  severity: 'warning',
  category: 'reliability',
  presets: ['strict'],
  also: ['tally/gpu/cuda-version-mismatch'],
  *check(file) {
    for (const command of file.commands('pip', 'pip3', 'python', 'python3', 'uv', 'conda', 'mamba', 'micromamba')) {
      const base = command.instruction.stage && baseRef(command.instruction.stage);
      const has = cudaVersion(base);
      if (!has) continue;
      for (const arg of command.args) {
        const wants = wantedCuda(arg.text);
        // Within a major version older builds run on newer libraries.
        if (!wants || (wants[0] === has[0] && wants[1] <= has[1])) continue;
        yield {
          at: arg.range,
          message: `This is built for CUDA ${wants.join('.')}, and \`${base?.text}\` brings ${has.join('.')}: libraries of the wrong version are loaded, or none, which shows only where there is a GPU.`,
          subject: commandSubject(file, command),
        };
        break;
      }
    }
  },
});
