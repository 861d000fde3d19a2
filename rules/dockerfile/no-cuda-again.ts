import { baseRef, bringsCuda, bringsDriver, bringsPackage, commandSubject, packageCommands, rule } from '#rule';

const CUDA =
  /^(?:cuda|cuda-(?:toolkit|runtime|compat|libraries|compiler|command-line-tools|minimal-build|cudart|nvcc|demo-suite|drivers?|\d)[\w.=*-]*|nvidia-cuda-(?:toolkit|dev)[\w.=*-]*|libcu(?:blas|fft|rand|solver|sparse)\d?[\w.=*-]*|libnccl[\w.=*-]*)$/;
const CUDNN = /^(?:libcudnn|cudnn)\d?[\w.=*-]*$/;
const CONDA = /^(?:[\w-]{1,40}::)?(?:cudatoolkit|cuda|cuda-toolkit|cuda-nvcc|cuda-runtime|cudnn)(?:[=<>].*)?$/;
const said = (name: string, image: string) =>
  bringsDriver(name.replace(/^["']|["']$/g, ''))
    ? `\`${name}\` installs a driver, too, which containers get from the host, and a second copy of what \`${image}\` brings of CUDA.`
    : `\`${name}\` is installed although \`${image}\` brings CUDA: two copies are in the image, and which one is loaded depends on search paths.`;

const byText = (a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : 1);

export default rule({
  id: 'no-cuda-again',
  on: 'dockerfile',
  title: 'CUDA is not installed over the CUDA of the base image',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  also: ['tally/gpu/no-redundant-cuda-install'],
  *check(file) {
    for (const manager of ['apt', 'dnf'] as const)
      for (const { command, packages } of packageCommands(file, manager, 'install')) {
        const base = command.instruction.stage && baseRef(command.instruction.stage);
        const has = (name: string) =>
          base !== null &&
          ((CUDA.test(name) && (bringsDriver(name) || bringsPackage(base, name))) ||
            (CUDNN.test(name) && /cudnn/.test(base.tag ?? '')));
        // Whatever the order in which they are written.
        const found = bringsCuda(base) ? packages.filter(({ value }) => has(value ?? '')).sort(byText)[0] : null;
        if (found) yield { at: found.range, message: said(found.text, base?.text ?? ''), subject: commandSubject(file, command) };
      }
    for (const command of file.commands('conda', 'mamba', 'micromamba')) {
      const base = command.instruction.stage && baseRef(command.instruction.stage);
      const found =
        base && bringsCuda(base)
          ? command.operands.find(
              ({ value }) => CONDA.test(value ?? '') && bringsPackage(base, value?.replace(/^.*::|[=<>].*$/g, '') ?? ''),
            )
          : null;
      if (found) yield { at: found.range, message: said(found.text, base?.text ?? ''), subject: commandSubject(file, command) };
    }
  },
});
