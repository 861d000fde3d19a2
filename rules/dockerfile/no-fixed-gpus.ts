import { baseRef, bringsCuda, rule } from '#rule';

const DEVICES = /^(?:NVIDIA|CUDA|HIP|ROCR)_VISIBLE_DEVICES$/;

export default rule({
  id: 'no-fixed-gpus',
  on: 'dockerfile',
  title: 'Which GPUs a container gets is not written into the image',
  severity: 'warning',
  category: 'maintainability',
  presets: ['strict'],
  also: ['tally/gpu/no-hardcoded-visible-devices'],
  *check(file) {
    for (const instruction of file.instructions('ENV'))
      for (const { name, value } of instruction.pairs) {
        const text = value?.value ?? '';
        const base = instruction.stage && baseRef(instruction.stage);
        if (!DEVICES.test(name.value) || !value || text.includes('$') || /^(?:|-1|none|void|NoDevFiles)$/i.test(text)) continue;
        // What images of nvidia/cuda set themselves.
        const all = /^all$/i.test(text) && name.value === 'NVIDIA_VISIBLE_DEVICES';
        if (all && !bringsCuda(base)) continue;
        yield {
          at: { start: name.range.start, end: value.range.end },
          message: all
            ? `\`${base?.text}\` sets \`${name.value}=all\` already.`
            : `\`${name.value}=${text.slice(0, 60)}\` chooses GPUs of one machine in an image that runs on many. Choose when the container starts: \`docker run --gpus\`, or \`deploy.resources\` in Compose.`,
        };
      }
  },
});
