// Tables that say what a value means by where it stands in the tree: `services.*.ports.*`.

interface Step<T> {
  meaning?: T;
  keys: Map<string, Step<T>>;
}

/** A place in a table while a tree is walked; empty where nothing below has a meaning. */
export type Spot<T> = readonly Step<T>[];

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
  return [root];
}

/** One step down, to a key or (`[]`) to an item of a list. */
export function into<T>(spot: Spot<T>, key: string): Spot<T> {
  const next: Step<T>[] = [];
  for (const { keys } of spot) {
    const exact = keys.get(key);
    const any = key === '*' ? undefined : keys.get('*');
    if (exact) next.push(exact);
    if (any) next.push(any);
  }
  return next;
}

export const meaningAt = <T>(spot: Spot<T>): T | undefined => spot.find((step) => step.meaning !== undefined)?.meaning;
