// What the value of a label may be: the formats that the OCI annotations and label schemas name.
export const LABEL_FORMATS = ['text', 'url', 'rfc3339', 'semver', 'hash', 'spdx', 'email'] as const;
export type LabelFormat = (typeof LABEL_FORMATS)[number];

const MAX_VALUE = 2048;
const GRAMMAR: Readonly<Record<LabelFormat, RegExp>> = {
  text: /\S/,
  url: /^[a-z][a-z0-9+.-]*:\/\/[^\s/]\S*$/i,
  rfc3339: /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/,
  semver: /^v?\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/,
  hash: /^(?:[0-9a-f]{7}|[0-9a-f]{40}|[0-9a-f]{64})$/i,
  spdx: /^\(*[A-Za-z0-9][A-Za-z0-9.+-]*(?::[A-Za-z0-9.-]+)?\)*(?: (?:AND|OR|WITH) \(*[A-Za-z0-9][A-Za-z0-9.+-]*\)*)*$/,
  email: /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/,
};

/** How a message calls it. */
export const FORMAT_NAMES: Readonly<Record<LabelFormat, string>> = {
  text: 'empty',
  url: 'no address with scheme and host',
  rfc3339: 'no date and time as RFC 3339 writes them, such as 2026-11-21T08:00:00Z',
  semver: 'no semantic version, such as 1.4.2',
  hash: 'no Git commit: 7, 40 or 64 hexadecimal digits',
  spdx: 'no SPDX licence expression, such as Apache-2.0 or MIT OR Apache-2.0',
  email: 'no e-mail address',
};

/** Whether a value without variables has the format. A licence by name, such as `Apache License 2.0`, is no SPDX expression. */
export function hasLabelFormat(value: string, format: LabelFormat): boolean {
  return value.length <= MAX_VALUE && GRAMMAR[format].test(value);
}
