import { baseRef, inProduction, isRubyForProduction, rule, runsOn } from '#rule';

export default rule({
  id: 'yjit-for-ruby',
  on: 'dockerfile',
  title: 'Ruby in production compiles with YJIT',
  severity: 'info',
  category: 'performance',
  presets: [],
  also: ['tally/ruby/yjit-not-enabled-on-supported-runtime'],
  *check(file) {
    const final = file.stages.at(-1);
    const base = final ? baseRef(final) : null;
    const [major = 0, minor = 0] = (base?.tag ?? '').split(/[.-]/).map(Number);
    if (
      !final?.image ||
      !base?.official ||
      base.name !== 'ruby' ||
      !(major > 3 || (major === 3 && minor >= 3)) ||
      !isRubyForProduction(final) ||
      !(inProduction(file) || runsOn(final))
    )
      return;
    if (
      file.all.some(
        ({ keyword, text }) => /^(?:ENV|ARG|CMD|ENTRYPOINT)$/.test(keyword) && /RUBY_YJIT_ENABLE|--(?:y|r|z)?jit/.test(text),
      )
    )
      return;
    yield {
      at: final.image.range,
      message: `\`${base.text}\` brings YJIT, Ruby's compiler, and leaves it off. \`ENV RUBY_YJIT_ENABLE=1\` makes most applications faster by a sixth or more, for some memory.`,
      subject: `${file.subject(final.from.keywordRange)} yjit`,
    };
  },
});
