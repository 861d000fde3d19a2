import { replace, rule } from '#rule';

export default rule({
  id: 'no-misleading-pip-cache',
  on: 'dockerfile',
  title: 'PIP_NO_CACHE_DIR says what it does',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'safe',
  also: ['hadolint/DL3042'],
  *check(file) {
    for (const { pairs } of file.instructions('ENV', 'ARG'))
      for (const { name, value } of pairs) {
        if (name.value !== 'PIP_NO_CACHE_DIR' || !value || !/^(?:0|off|no|false|n|f)$/i.test(value.value)) continue;
        yield {
          at: value.range,
          message: `\`PIP_NO_CACHE_DIR=${value.value}\` reads as if pip kept its cache. It does not: pip turns the cache off whatever the value is.`,
          fix: { title: 'Write `1`', edits: [replace(value.range, '1')] },
        };
      }
  },
});
