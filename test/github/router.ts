// Finds the operation of a request by the paths in GitHub's description.
import { allOperations, type Operation } from './openapi.ts';
import type { Route, Routes } from './route.ts';

interface Pattern {
  operation: Operation;
  names: string[];
  regex: RegExp;
  literals: number;
}

export type Found =
  | { kind: 'route'; operation: Operation; route: Route; params: Record<string, string> }
  | { kind: 'not modelled'; operation: Operation }
  | { kind: 'unknown' };

/** Parameters that hold slashes. */
const DEEP = new Set(['path', 'ref', 'basehead', 'branch']);

function pattern(operation: Operation): Pattern {
  const names: string[] = [];
  const source = operation.path.replace(/[.*+?^$()[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    const schema = operation.parameters.find((parameter) => parameter.name === name)?.schema;
    if (schema?.type === 'integer') return '(\\d{1,15})';
    return DEEP.has(name) ? '(.+)' : '([^/]+)';
  });
  const optional = source.replace(/\/\(\.\+\)$/, operation.id === 'repos/get-content' ? '(?:/(.*))?' : '/(.+)');
  const literals = operation.path.split('/').filter((part) => part !== '' && !part.startsWith('{')).length;
  return { operation, names, regex: new RegExp(`^${optional}$`), literals };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export class Router {
  readonly #routes: Routes;
  #modelled: Pattern[] | null = null;
  #rest: Pattern[] | null = null;

  constructor(routes: Routes) {
    this.#routes = routes;
  }

  find(method: string, path: string): Found {
    this.#modelled ??= Object.keys(this.#routes)
      .map((id) => {
        const operation = allOperations().get(id);
        if (!operation) throw new Error(`${id} is no operation of GitHub's API`);
        return pattern(operation);
      })
      .sort((one, other) => other.literals - one.literals);
    for (const { operation, names, regex } of this.#modelled) {
      if (operation.method !== method) continue;
      const match = regex.exec(path);
      const route = this.#routes[operation.id];
      if (!match || !route) continue;
      const values = match.slice(1).map((text) => decode(text ?? ''));
      if (values.includes(null)) return { kind: 'unknown' };
      return { kind: 'route', operation, route, params: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])) };
    }
    this.#rest ??= [...allOperations().values()].filter(({ id }) => !(id in this.#routes)).map(pattern);
    const known = this.#rest.find(({ operation, regex }) => operation.method === method && regex.test(path));
    return known ? { kind: 'not modelled', operation: known.operation } : { kind: 'unknown' };
  }
}
