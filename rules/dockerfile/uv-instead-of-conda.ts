import { baseRef, bringsCuda, commandSubject, type Dockerfile, rule } from '#rule';

const PYTHON =
  /^(?:[\w.-]{1,40}::)?(?:pytorch(?:-cuda)?|torch(?:vision|audio|text)?|tensorflow(?:-gpu)?|keras|jax(?:lib)?|transformers|datasets|diffusers|accelerate|flash-attn|xformers|numpy|scipy|pandas|scikit-learn|matplotlib|opencv|pillow|numba|cupy|triton|bitsandbytes|deepspeed|lightning|vllm|onnx(?:runtime)?(?:-gpu)?|faiss(?:-gpu)?)(?:[=<>!~[].*)?$/;

/** Whoever keeps whole environments with conda wants it. */
const keepsEnvironments = (file: Dockerfile): boolean =>
  file.commands('conda', 'mamba', 'micromamba').some(({ operands }) => operands[0]?.value === 'env') ||
  file.instructions('COPY', 'ADD').some(({ text }) => /environment\.ya?ml|conda-lock\.ya?ml/.test(text));

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
      if (!/^(?:install|create)$/.test(action) || !bringsCuda(base)) continue;
      if (!command.operands.some(({ value }) => PYTHON.test(value ?? '')) || keepsEnvironments(file)) continue;
      yield {
        at: command.nameRange,
        message: `\`${command.name}\` brings libraries of CUDA and a Python of its own beside those of \`${base?.text}\`. Wheels from PyPI, with pip or uv, use what is there.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
