// Escaped HTML: a template whose holes are escaped unless they are HTML already.
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

type Hole = Html | string | number | null | readonly (Html | string)[];

function filled(hole: Hole): string {
  if (hole instanceof Html) return hole.text;
  if (hole === null) return '';
  return typeof hole === 'string' || typeof hole === 'number' ? escaped(String(hole)) : hole.map(filled).join('');
}

export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  return new Html(parts.map((part, at) => part + (at < holes.length ? filled(holes[at] ?? null) : '')).join(''));
}
