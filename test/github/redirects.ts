// A repository that was renamed: its old address leads to the one by its number, which holds whatever it is called.
import { fullName } from './shapes/repository.ts';
import type { Repository, World } from './world.ts';

const BY_NAME = /^\/repos\/([^/]+\/[^/]+)(\/.*)?$/;
const BY_NUMBER = /^\/repositories\/(\d{1,15})(\/.*)?$/;

export function rename(world: World, repository: Repository, name: string): void {
  const old = fullName(repository).toLowerCase();
  world.repositories.delete(old);
  world.renamed.set(old, repository);
  repository.name = name;
  world.repositories.set(fullName(repository).toLowerCase(), repository);
}

/** `/repositories/12/pulls` → `/repos/octo/shop/pulls` */
export function named(world: World, path: string): string {
  const [, id, rest = ''] = BY_NUMBER.exec(path) ?? [];
  const found = id && [...world.repositories.values()].find((one) => one.id === Number(id));
  return found ? `/repos/${fullName(found)}${rest}` : path;
}

/** Where the old address leads; `null`: it is none. */
export function newAddress(world: World, path: string): string | null {
  const [, name = '', rest = ''] = BY_NAME.exec(path) ?? [];
  const found = world.repositories.has(name.toLowerCase()) ? undefined : world.renamed.get(name.toLowerCase());
  return found ? `/repositories/${found.id}${rest}` : null;
}
