// What the checks of a whole project are given.
import type { Json } from '../decode/shape.ts';
import type { Tell, Told } from '../problem.ts';
import type { MapValue, Place, Value } from '../value.ts';

type Fields = { [key: string]: Json | undefined };

export interface Project {
  root: MapValue;
  /** The same as plain JSON, defaults left out. */
  model: Fields;
  /** Names of the top-level section. */
  has(section: string, name: string): boolean;
}

export interface Checked {
  name: string;
  model: Fields;
  project: Project;
  /** Tells of the value or the key at the end of a path in the service; as deep as it is written. */
  tell(code: string, keys: readonly (string | number)[], message: string, more?: Told & { onKey?: boolean }): void;
}

export const fields = (value: Json | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
export const items = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
export const number = (value: Json | undefined): number | undefined => (typeof value === 'number' ? value : undefined);

export function projectOf(root: MapValue, model: Fields): Project {
  return { root, model, has: (section, name) => Object.hasOwn(fields(model[section]), name) };
}

export function checkedService(project: Project, name: string, model: Json, tell: Tell): Checked {
  return {
    name,
    project,
    model: fields(model),
    tell: (code, keys, message, { onKey = false, ...more } = {}) => {
      const { key, value } = deepest(project.root, ['services', name, ...keys]);
      tell('consistency', code, onKey ? key : value.at, message, { ...(value.kind === 'scalar' && { of: value }), ...more });
    },
  };
}

export function deepest(root: Value, keys: readonly (string | number)[]): { key: Place; value: Value } {
  let found: { key: Place; value: Value } = { key: root.at, value: root };
  for (const key of keys) {
    const { value }: { value: Value } = found;
    const field = value.kind === 'map' ? value.fields.get(String(key)) : undefined;
    const item = value.kind === 'list' ? value.items[Number(key)] : undefined;
    if (field) found = field;
    else if (item) found = { key: item.at, value: item };
    else return found;
  }
  return found;
}
