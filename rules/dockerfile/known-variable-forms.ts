import { type Range, rule, withTriggers } from '#rule';

/** `${NAME:z}` whose `z` is none of `-`, `+`, `=`, `?`, and no number either, which Bash would cut with. */
const FORM = /\$\{[A-Za-z_]\w{0,100}:(?![-+=?\s\d$(])[^{}]{0,100}\}/g;

export default rule({
  id: 'known-variable-forms',
  on: 'dockerfile',
  title: 'Variables are written in a form that something reads',
  severity: 'info',
  category: 'reliability',
  presets: [],
  also: ['dockerfile-utils/UNSUPPORTED_MODIFIER'],
  *check(file) {
    if (!file.source.text.includes('${')) return;
    for (const instruction of withTriggers(file, 'HEALTHCHECK', 'MAINTAINER', 'CMD', 'ENTRYPOINT')) {
      const { keyword, onbuild, interpreter, arguments: at } = instruction;
      // What RUN, CMD and ENTRYPOINT start themselves is read by the rule `no-bashisms`.
      if ((/^(?:CMD|ENTRYPOINT)$/.test(keyword) && !onbuild) || interpreter.kind === 'powershell') continue;
      for (const { 0: form, index } of file.source.text.slice(at.start, at.end).matchAll(FORM)) {
        const range: Range = { start: at.start + index, end: at.start + index + form.length };
        yield {
          at: range,
          message:
            keyword === 'MAINTAINER'
              ? `Nothing is replaced in MAINTAINER: \`${form}\` stays as it stands.`
              : `Docker replaces nothing here, and no shell of \`sh\`'s kind knows \`${form}\`: it stops with "bad substitution".`,
          subject: `${keyword} ${form}`,
        };
      }
    }
  },
});
