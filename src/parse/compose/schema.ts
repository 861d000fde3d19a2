// What Compose's schema refuses in a file, in the order of the file.
import { nearest } from '../nearest.ts';
import { addKeysThatAreNoStrings, repeatedItems } from './distinct.ts';
import { type Guess, problemOf } from './faults.ts';
import { GUESSES } from './limits.ts';
import type { SchemaProblem } from './model.ts';
import type { MapNode } from './node.ts';
import { plainOf } from './plain.ts';
import { type Fault, validate } from './schema.generated.js';

/** `roots` are the maps of the file's documents. A file of version 1 has one problem: that it is of version 1. */
export function schemaProblemsOf(roots: readonly MapNode[], legacy: boolean, text: string): SchemaProblem[] {
  if (legacy) return roots.slice(0, 1).flatMap(versionOne);
  let guesses = GUESSES;
  const guess: Guess = (word, known) => (guesses-- > 0 ? nearest(word, known) : null);
  const problems = roots.flatMap((root) => {
    const refused = faultsOf(root).flatMap((fault) => problemOf(fault, root, text, guess) ?? []);
    return addKeysThatAreNoStrings(root, [...refused, ...repeatedItems(root)]);
  });
  return problems.sort((a, b) => a.range.start - b.range.start);
}

function faultsOf(root: MapNode): readonly Fault[] {
  return validate(plainOf(root)) ? [] : (validate.errors ?? []);
}

function versionOne(root: MapNode): SchemaProblem[] {
  const [first] = root.entries;
  if (!first) return [];
  const message = 'The file is of Compose version 1: its services stand at the top level. Compose no longer reads that.';
  const hint = 'Put `services:` above them and indent them.';
  return [{ kind: 'version-1', range: first.key.range, keys: [first.key.string], message, hint }];
}
