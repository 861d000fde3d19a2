import { isWindows, remove, rule, takenAway, wholeLines } from '#rule';

export default rule({
  id: 'no-stopsignal-on-windows',
  on: 'dockerfile',
  title: 'Windows images have no STOPSIGNAL',
  severity: 'warning',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'safe',
  also: ['tally/windows/no-stopsignal'],
  *check(file) {
    for (const signal of file.instructions('STOPSIGNAL')) {
      if (!signal.stage || !isWindows(signal.stage)) continue;
      yield {
        at: signal.keywordRange,
        message: `\`STOPSIGNAL ${signal.text}\` means nothing to Windows, which has no signals: containers are ended another way.`,
        fix: { title: 'Remove it', edits: [remove(takenAway(file, wholeLines(file, signal)))] },
      };
    }
  },
});
