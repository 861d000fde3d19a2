import { remove, rule } from '#rule';

/** 0 is the default of `--start-period`: there it means what it says. */
const DURATIONS = /^(?:interval|timeout|start-interval)$/;

export default rule({
  id: 'no-zero-durations',
  on: 'dockerfile',
  title: 'Times of a health check are longer than nothing',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dockerfile-utils/FLAG_LESS_THAN_1MS'],
  *check(file) {
    for (const { flags } of file.instructions('HEALTHCHECK'))
      for (const { name, value, range } of flags) {
        if (!DURATIONS.test(name) || !/^[-+]?0+(?:ns|us|µs|ms|s|m|h)?$/.test(value ?? '')) continue;
        const rest = file.source.text.slice(range.end);
        const blanks = /^[ \t]*/.exec(rest.slice(0, 200))?.[0].length ?? 0;
        yield {
          at: range,
          message: `\`--${name}=${value}\` does not mean no time: Docker takes 0 for a value that is not given, and uses its default.`,
          fix: { title: 'Leave it out', edits: [remove({ start: range.start, end: range.end + blanks })] },
        };
      }
  },
});
