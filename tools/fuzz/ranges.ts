// Looks at everything that a parsed file holds, lazy parts too, for ranges that lie outside of its text.

const MAX_OBJECTS = 400_000;
/** Their ranges count in another text: an image reference, a joined line. */
const OTHER_TEXTS = new Set(['ref', 'joined', 'outline']);

interface Span {
  start: number;
  end: number;
}

/** The first wrong range as a sentence; `null` when there is none. */
export function wrongRange(root: object, length: number): string | null {
  const seen = new Set<object>([root]);
  const open: object[] = [root];
  for (let at = open.pop(); at && seen.size < MAX_OBJECTS; at = open.pop()) {
    if (isSpan(at) && !(at.start >= 0 && at.start <= at.end && at.end <= length)) return `${at.start}…${at.end} in ${length}`;
    for (const value of valuesOf(at)) {
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      open.push(value);
    }
  }
  return null;
}

const isSpan = (value: object): value is Span =>
  'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';

function* valuesOf(value: object): Generator<unknown> {
  if (value instanceof Map) yield* value.values();
  for (const [key, inner] of Object.entries(value)) if (!OTHER_TEXTS.has(key)) yield inner;
  for (let type = Object.getPrototypeOf(value); type && type !== Object.prototype; type = Object.getPrototypeOf(type)) {
    if (type === Array.prototype || type === Map.prototype) return;
    for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(type)))
      if (get && !OTHER_TEXTS.has(key)) yield get.call(value);
  }
}
