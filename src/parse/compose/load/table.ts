// Tables that say what a value means by where it stands in the tree: `services.*.ports.*`.

interface Step<T> {
  meaning?: T;
  keys: Map<string, Step<T>>;
}

/** A place in a table while a tree is walked. Where it leads is found out once: trees are walked for every file. */
export interface Spot<T> {
  readonly steps: readonly Step<T>[];
  readonly meaning: T | undefined;
  /** Where keys lead that the table names, and where all others do. */
  readonly known: Map<string, Spot<T>>;
  /** All keys that the table names here. */
  readonly named: ReadonlySet<string>;
  rest: Spot<T> | undefined;
}

const spotOf = <T>(steps: readonly Step<T>[]): Spot<T> => ({
  steps,
  meaning: steps.find((step) => step.meaning !== undefined)?.meaning,
  known: new Map(),
  named: new Set(steps.flatMap(({ keys }) => [...keys.keys()])),
  rest: undefined,
});

/** Keys are paths joined by dots; `*` stands for any key and for every item of a list. */
export function table<T>(meanings: Readonly<Record<string, T>>): Spot<T> {
  const root: Step<T> = { keys: new Map() };
  for (const [path, meaning] of Object.entries(meanings)) {
    let step = root;
    for (const key of path.split('.')) {
      const next = step.keys.get(key) ?? { keys: new Map() };
      step.keys.set(key, next);
      step = next;
    }
    step.meaning = meaning;
  }
  return spotOf([root]);
}

/** One step down, to a key or (`[]`) to an item of a list. */
export function into<T>(spot: Spot<T>, key: string): Spot<T> {
  const known = spot.known.get(key);
  if (known) return known;
  if (!spot.named.has(key)) {
    spot.rest ??= spotOf(spot.steps.flatMap(({ keys }) => keys.get('*') ?? []));
    return spot.rest;
  }
  const next = spotOf(spot.steps.flatMap(({ keys }) => [keys.get(key) ?? [], key === '*' ? [] : (keys.get('*') ?? [])].flat()));
  spot.known.set(key, next);
  return next;
}

/** Whether nothing below has a meaning, nor this place itself. */
export const isNowhere = <T>(spot: Spot<T>): boolean => spot.steps.length === 0;

export const meaningAt = <T>(spot: Spot<T>): T | undefined => spot.meaning;
