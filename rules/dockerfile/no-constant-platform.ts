import { rule } from '#rule';

export default rule({
  id: 'no-constant-platform',
  on: 'dockerfile',
  title: 'FROM does not fix the platform',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  also: [
    'buildkit/FromPlatformFlagConstDisallowed',
    'hadolint/DL3029',
    'kics/using_platform_with_from',
    'semgrep/avoid-platform-with-from',
  ],
  *check(file) {
    for (const { platform, name } of file.stages) {
      const value = platform?.value;
      if (!platform || !value || value.includes('$')) continue;
      // A stage that names its platform means it.
      const [system = '', architecture = ''] = value.toLowerCase().split('/');
      const stage = name?.text.toLowerCase() ?? '';
      if (stage.includes(system) || (architecture !== '' && stage.includes(architecture))) continue;
      yield {
        at: platform.range,
        message: `\`${value}\` is built whatever platform is asked for: the image runs only there, or slowly under emulation.`,
      };
    }
  },
});
