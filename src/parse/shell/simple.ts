// Reads a simple command of the syntax tree, the commands it runs in turn, and those in its words.
import type { Assignment as AssignmentNode, Command as CommandNodeOfTree, Redirection, Word } from 'unbash';
import { part } from '../joined.ts';
import { argOf, argOfText } from './arg.ts';
import { chainOf } from './chain.ts';
import type { CommandNode } from './command.ts';
import { readsInput, scriptAt, unescapeDouble } from './inner.ts';
import { MAX_SHELLS } from './limits.ts';
import type { Arg, Assignment, Redirect } from './model.ts';
import type { Separator } from './operators.ts';
import { type Place, rangeIn } from './place.ts';
import { type At, visit, type Walk, walkText } from './walk.ts';

export function collectSimple(walk: Walk, node: CommandNodeOfTree, separator: Separator | null, at: At): void {
  const { place } = at;
  const words = node.suffix.filter((item) => item.type === 'Word' || item.type === 'Assignment');
  const chain = chainOf(
    node.name ? argOf(node.name, place) : null,
    words.map((word) => toArg(word, place)),
    {
      range: rangeIn(place, node),
      assignments: node.prefix.flatMap((item) => (item.type === 'Assignment' ? toAssignment(item, place) : [])),
      redirects: node.redirects.map((redirect) => toRedirect(redirect, place)),
      before: separator?.operator ?? null,
      beforeRange: separator?.range ?? null,
      parent: at.parent,
      depth: at.depth,
      exact: place.whole === null,
      instruction: place.instruction,
    },
  );
  walk.commands.push(...chain);
  const innermost = chain.at(-1);
  if (!innermost) return;
  const below: At = { ...at, parent: innermost, tree: at.tree + 1 };
  const script = scriptWord(innermost, words);
  const nested = script && place.shells < MAX_SHELLS ? scriptPlace(script, place) : null;
  for (const item of [...node.prefix, node.name, ...node.suffix]) {
    if (item && !(nested && item === script)) visit(walk, item, null, below);
  }
  if (nested) walkText(walk, { ...below, place: nested, depth: at.depth + 1 });
  if (readsInput(innermost)) walkInput(walk, node.redirects, { ...below, depth: at.depth + 1 });
}

const toArg = (word: Word | AssignmentNode, place: Place): Arg =>
  word.type === 'Word' ? argOf(word, place) : argOfText(word, word.text, place);

function toAssignment(node: AssignmentNode, place: Place): Assignment {
  return {
    name: node.name,
    nameRange: rangeIn(place, { pos: node.pos, end: node.pos + node.name.length }),
    value: node.value.type === 'Word' ? argOf(node.value, place) : null,
    range: rangeIn(place, node),
  };
}

function toRedirect(node: Redirection, place: Place): Redirect {
  const { descriptor } = node;
  const target = node.type === 'HereDoc' ? node.delimiter : node.target;
  return {
    operator: node.operator,
    descriptor: descriptor?.type === 'FileDescriptor' ? descriptor.value : null,
    target: target ? (target.type === 'Word' ? argOf(target, place) : argOfText(target, target.text, place)) : null,
    range: rangeIn(place, node),
  };
}

/** The word that holds a script for another shell. */
function scriptWord(command: CommandNode, words: readonly (Word | AssignmentNode)[]): Word | null {
  const index = scriptAt(command);
  if (index < 0) return null;
  const word = words[words.length - command.args.length + index];
  return word?.type === 'Word' ? word : null;
}

/** The inside of a script word: 1:1 in the file when it has no escapes; `null` when its text is not known. */
function scriptPlace(word: Word, place: Place): Place | null {
  const shells = place.shells + 1;
  const only = word.parts?.length === 1 ? word.parts[0] : undefined;
  if (!word.parts) return { ...place, shells, joined: part(place.joined, word.pos, word.end) };
  const quoted = only?.type === 'SingleQuoted' || only?.type === 'DoubleQuoted';
  if (quoted && only && !(only.type === 'DoubleQuoted' && /[\\`]/.test(only.text))) {
    return { ...place, shells, joined: part(place.joined, only.pos + 1, only.end - 1) };
  }
  const text = only?.type === 'DoubleQuoted' ? unescapeDouble(only.text.slice(1, -1)) : argOf(word, place).value;
  if (text === null) return null;
  return { ...place, shells, whole: rangeIn(place, word), joined: { text, from: [0], to: [0], shift: 0 } };
}

/** `sh <<EOF`: the body is a script, too. */
function walkInput(walk: Walk, redirects: readonly Redirection[], at: At): void {
  const heredoc = redirects.findLast((redirect) => redirect.type === 'HereDoc');
  if (heredoc?.type !== 'HereDoc' || at.place.shells >= MAX_SHELLS) return;
  const { pos, end } = heredoc.body;
  walkText(walk, { ...at, place: { ...at.place, shells: at.place.shells + 1, joined: part(at.place.joined, pos, end) } });
}
