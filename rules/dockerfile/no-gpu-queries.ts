import { commandSubject, rule } from '#rule';

const TOOLS = [
  'nvidia-smi',
  'nvtop',
  'gpustat',
  'nvidia-debugdump',
  'nvidia-persistenced',
  'nvidia-settings',
  'deviceQuery',
  'rocm-smi',
  'rocminfo',
];
/** What programs in Python ask. */
const ASKS =
  /\b(?:torch\.cuda\.(?:is_available|device_count|current_device|get_device\w*|mem\w*|init)|cuda\.is_available|list_physical_devices|list_logical_devices|is_gpu_available|gpu_device_name|device_lib\.list_local_devices|jax\.(?:local_)?devices|cupy\.cuda|pynvml|GPUtil|nvmlInit|getDeviceCount|numba\.cuda)\b/;

export default rule({
  id: 'no-gpu-queries',
  on: 'dockerfile',
  title: 'No build asks for a GPU',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  also: ['tally/gpu/no-buildtime-gpu-queries'],
  *check(file) {
    for (const command of file.commands(...TOOLS, 'python', 'python3', 'uv', 'conda', 'poetry')) {
      const scripts =
        command.args.length > 0
          ? []
          : command.instruction.heredocs.map(({ body }) => file.source.text.slice(body.start, body.end));
      const asked = TOOLS.includes(command.name)
        ? command.name
        : [...command.args.map(({ text }) => text), ...scripts]
            .map((text) => ASKS.exec(text.slice(0, 10_000))?.[0])
            .find(Boolean);
      if (!asked) continue;
      yield {
        at: command.nameRange,
        message: `\`${asked}\` asks for a GPU, which a build does not have: it fails here, or settles something for a machine without one.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
