import { bracketed, replace, rule, withTriggers } from '#rule';

export default rule({
  id: 'valid-exec-form',
  on: 'dockerfile',
  title: 'The exec form is valid JSON',
  severity: 'error',
  category: 'reliability',
  fixes: 'unsafe',
  also: [
    'hadolint/DL3025',
    'buildkit/JSONArgsRecommended',
    'kics/34945ae8',
    'sonar-iac/S7030',
    'dockerfile-utils/JSON_IN_SINGLE_QUOTES',
    'tally/invalid-json-form',
  ],
  *check(file) {
    for (const instruction of withTriggers(file, 'RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'COPY', 'ADD', 'VOLUME')) {
      const { keyword } = instruction;
      const brackets = instruction.interpreter.kind === 'posix' ? bracketed(instruction) : null;
      if (!brackets) continue;
      const { range, elements } = brackets;
      const effect = /^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)
        ? 'Docker takes it for the shell form and lets a shell read the brackets and quotes'
        : 'Docker takes the brackets, quotes and commas for parts of the paths';
      yield {
        at: { start: range.start, end: range.start + 1 },
        message: `What stands in brackets behind \`${keyword}\` is no JSON, so ${effect}.`,
        subject: `${file.subject(instruction.keywordRange)} ${(elements ?? [file.source.text.slice(range.start, range.end)]).slice(0, 3).join(' ').slice(0, 60)}`,
        fix:
          !elements || instruction.comments.length > 0
            ? undefined
            : {
                title: 'Write it as JSON, with double quotes',
                edits: [replace(range, `[${elements.map((one) => JSON.stringify(one)).join(', ')}]`)],
              },
      };
    }
  },
});
