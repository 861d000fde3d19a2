import { FORMAT_NAMES, hasLabelFormat, LABEL_FORMATS, type LabelFormat, rule } from '#rule';

type Options = { formats: Readonly<Record<string, LabelFormat>> };
const OCI = 'org.opencontainers.image.';

export default rule<Options>({
  id: 'valid-label-values',
  on: 'dockerfile',
  title: 'Labels have values of the kind that their key promises',
  severity: 'info',
  category: 'consistency',
  presets: ['strict'],
  also: [
    'hadolint/DL3051',
    'hadolint/DL3052',
    'hadolint/DL3053',
    'hadolint/DL3054',
    'hadolint/DL3055',
    'hadolint/DL3056',
    'hadolint/DL3058',
  ],
  options: {
    properties: {
      formats: {
        description: 'Keys and the format of their values',
        type: 'object',
        additionalProperties: { enum: LABEL_FORMATS },
        default: {
          [`${OCI}created`]: 'rfc3339',
          [`${OCI}url`]: 'url',
          [`${OCI}documentation`]: 'url',
          [`${OCI}source`]: 'url',
          [`${OCI}licenses`]: 'spdx',
        },
      },
    },
  },
  *check(file, { options: { formats } }) {
    for (const label of file.instructions('LABEL'))
      for (const { name, value } of label.pairs) {
        const format = Object.hasOwn(formats, name.value) ? formats[name.value] : undefined;
        if (!value || !format || value.text.includes('$') || hasLabelFormat(value.value, format)) continue;
        const shown = value.value.length > 60 ? `${value.value.slice(0, 60)}…` : value.value;
        yield {
          at: value.text === '' ? name.range : value.range,
          message: `\`${name.value}\` is ${FORMAT_NAMES[format]}${shown === '' ? '' : `: \`${shown}\``}. Tools that read the label fail on it or skip it.`,
          subject: file.subject(name.range),
        };
      }
  },
});
