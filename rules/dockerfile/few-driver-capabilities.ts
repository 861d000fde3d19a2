import { replace, rule } from '#rule';

export default rule({
  id: 'few-driver-capabilities',
  on: 'dockerfile',
  title: 'Images ask for the parts of the GPU driver that they use',
  severity: 'info',
  category: 'security',
  presets: [],
  fixes: 'unsafe',
  also: ['tally/gpu/prefer-minimal-driver-capabilities'],
  nist: ['4.1.2'],
  *check(file) {
    for (const { pairs } of file.instructions('ENV'))
      for (const { name, value } of pairs) {
        if (name.value !== 'NVIDIA_DRIVER_CAPABILITIES' || !value || !/^all$/i.test(value.value)) continue;
        yield {
          at: value.range,
          message:
            '`NVIDIA_DRIVER_CAPABILITIES=all` puts every part of the driver into the container, display and video included. Most programs use `compute` and `utility`.',
          fix: {
            title: 'Ask for `compute,utility`; programs that draw or encode video need more',
            edits: [replace(value.range, 'compute,utility')],
          },
        };
      }
  },
});
