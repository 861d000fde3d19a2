import { rule, withTriggers } from '#rule';

const KEY = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/;
const RESERVED = /^(?:com\.docker|io\.docker|org\.dockerproject)\./;

export default rule({
  id: 'valid-label-keys',
  on: 'dockerfile',
  title: 'Labels have keys as Docker recommends them',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  also: ['hadolint/DL3048', 'tally/valid-key', 'tally/labels/valid-key', 'dockerfilelint/label_invalid'],
  *check(file) {
    for (const label of withTriggers(file, 'LABEL'))
      for (const { name } of label.pairs) {
        const key = name.value;
        const unset =
          key.includes('$') &&
          file.undefinedVariables.find(({ range: { start, end } }) => start >= name.range.start && end <= name.range.end);
        if (unset)
          yield {
            at: name.range,
            message: `Docker replaces \`$${unset.name}\` in this key by nothing, because it is set nowhere here. Label keys hold no other signs than dots and hyphens.`,
          };
        const reserved = RESERVED.test(key) && !/^com\.docker\.(?:extension|desktop|image|volume)\b/.test(key);
        if (key.includes('$') || (KEY.test(key) && !reserved)) continue;
        yield {
          at: name.range,
          message: reserved
            ? `Docker keeps labels that begin with \`${RESERVED.exec(key)?.[0]}\` for itself.`
            : `\`${key}\` is no label key as Docker recommends them: lower-case letters and digits, between them single dots or hyphens.`,
        };
      }
  },
});
