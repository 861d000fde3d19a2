import { type Instruction, replace, rule } from '#rule';

export default rule({
  id: 'consistent-instruction-casing',
  on: 'dockerfile',
  title: 'Instructions are written in one case',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: [
    'buildkit/ConsistentInstructionCasing',
    'dockerfile-utils/CASING_INSTRUCTION',
    'sonar-iac/S6476',
    'dockerfilelint/uppercase_commands',
  ],
  *check(file) {
    const unknown = new Set(file.unknown.map(({ instruction }) => instruction));
    const whole = ({ keyword, keywordRange: { start, end } }: Instruction) => end - start === keyword.length;
    const every = file.all.flatMap((one) => (one.trigger ? [one, one.trigger] : [one]));
    const known = every.filter((instruction) => !unknown.has(instruction) && whole(instruction));
    const all = known.map(({ keyword, keywordRange: at }) => ({
      keyword,
      at,
      written: file.source.text.slice(at.start, at.end),
    }));
    const upper = all.filter(({ keyword, written }) => written === keyword).length;
    const lower = all.filter(({ keyword, written }) => written === keyword.toLowerCase()).length;
    for (const { keyword, at, written } of all) {
      const wanted = lower > upper ? keyword.toLowerCase() : keyword;
      if (written === wanted) continue;
      yield {
        at,
        message: `\`${written}\` is not written like the other instructions of this file.`,
        subject: file.subject(at).toLowerCase(),
        fix: { title: `Write \`${wanted}\``, edits: [replace(at, wanted)] },
      };
    }
  },
});
