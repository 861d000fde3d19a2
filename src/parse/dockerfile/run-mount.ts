// The fields of RUN --mount: comma-separated values, as BuildKit splits them.

/** `value`: `null` without `=`, `undefined` when it is not known. */
export interface MountField {
  /** Lower case. */
  readonly key: string;
  readonly value: string | null | undefined;
}

export type Mount = readonly MountField[];

/** `null` when it does not split, because of a quote in the wrong place. */
export function readMount(text: string): readonly { key: string; value: string | null }[] | null {
  const fields = splitFields(text);
  return (
    fields?.map((field) => {
      const equals = field.indexOf('=');
      if (equals < 0) return { key: field.toLowerCase(), value: null };
      return { key: field.slice(0, equals).toLowerCase(), value: field.slice(equals + 1) };
    }) ?? null
  );
}

/** A field that begins with a quote ends with one; `""` inside of it is one quote. */
function splitFields(text: string): string[] | null {
  const fields: string[] = [];
  for (let at = 0; at <= text.length; ) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      const end = comma < 0 ? text.length : comma;
      const field = text.slice(at, end);
      if (field.includes('"')) return null;
      fields.push(field);
      at = end + 1;
      continue;
    }
    const quoted = /"((?:[^"]|"")*)"(?=,|$)/y;
    quoted.lastIndex = at;
    const match = quoted.exec(text);
    if (!match) return null;
    fields.push((match[1] ?? '').replaceAll('""', '"'));
    at = quoted.lastIndex + 1;
  }
  return fields;
}
