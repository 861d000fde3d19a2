// Walks the syntax tree of a shell text and collects its commands, in the order of the text.
import { forEachChild, parse, type SyntaxNode } from 'unbash';
import { isPlain } from './arg.ts';
import { bashism } from './bashisms.ts';
import type { CommandNode } from './command.ts';
import { cutToSize, MAX_DEPTH, MAX_TREE_DEPTH } from './limits.ts';
import type { Foreign, ShellProblem } from './model.ts';
import { betweenStatements, type Separator, separatorAt } from './operators.ts';
import { type Place, rangeIn, type Spot } from './place.ts';
import { collectSimple } from './simple.ts';

/** What has been found so far. */
export interface Walk {
  readonly commands: CommandNode[];
  readonly problems: ShellProblem[];
  readonly foreign: Foreign[];
  cut: boolean;
}

/** Where in the tree the walk is. */
export interface At {
  readonly place: Place;
  readonly parent: CommandNode | null;
  readonly depth: number;
  /** How deep in the syntax tree, which a long sum makes deep, too. */
  readonly tree: number;
}

/** Parses the text of a place and collects what it runs. */
export function walkText(walk: Walk, at: At): void {
  const { text, cut } = cutToSize(at.place.joined.text);
  const script = parse(text);
  if (cut) walk.cut = true;
  else
    for (const { message, pos } of script.errors ?? [])
      walk.problems.push({ message, range: rangeIn(at.place, { pos, end: pos }) });
  visitStatements(walk, script, at);
}

/** Collects the commands of a node. `separator` is what stands in front of it. */
export function visit(walk: Walk, node: SyntaxNode, separator: Separator | null, at: At): void {
  if (node.type === 'Word' && isPlain(node)) return;
  if (at.depth > MAX_DEPTH || at.tree > MAX_TREE_DEPTH) {
    walk.cut = true;
    return;
  }
  const foreign = at.place.shells === 0 ? bashism(node, at.place.joined.text) : null;
  if (foreign) walk.foreign.push({ construct: foreign.construct, range: rangeIn(at.place, foreign.spot) });
  switch (node.type) {
    case 'Command':
      collectSimple(walk, node, separator, at);
      return;
    case 'CompoundList':
      visitStatements(walk, node, { ...at, depth: at.depth + 1 });
      return;
    case 'AndOr': {
      let before = separator;
      for (const [index, command] of node.commands.entries()) {
        const previous = node.commands[index - 1];
        if (previous) before = separatorAt(at.place, node.operators[index - 1] ?? '&&', previous.end);
        visit(walk, command, before, at);
      }
      return;
    }
    case 'Pipeline':
      visitPipeline(walk, node, separator, at);
      return;
    case 'CommandExpansion':
    case 'ArithmeticCommandExpansion':
    case 'ProcessSubstitution':
      if (node.script)
        visitStatements(walk, node.script, { ...at, place: placeOf(node, node.script.source, at.place), depth: at.depth + 1 });
      return;
    default:
      forEachChild(node, (child) => visit(walk, child, null, { ...at, tree: at.tree + 1 }));
  }
}

/** A substitution in escaped backticks has a text of its own. */
function placeOf(node: Spot, source: string | undefined, place: Place): Place {
  if (source === undefined) return place;
  return { ...place, whole: rangeIn(place, node), joined: { text: source, from: [0], to: [0], shift: 0 } };
}

type Statements = Extract<SyntaxNode, { type: 'Script' | 'CompoundList' }>;

function visitStatements(walk: Walk, node: Statements, at: At): void {
  let before: Separator | null = null;
  for (const statement of node.commands) {
    visit(walk, statement.command, before, at);
    before = betweenStatements(at.place, statement.command.end);
  }
}

function visitPipeline(walk: Walk, node: Extract<SyntaxNode, { type: 'Pipeline' }>, separator: Separator | null, at: At): void {
  let before = separator;
  let left: CommandNode[] = [];
  for (const [index, command] of node.commands.entries()) {
    const previous = node.commands[index - 1];
    if (previous) before = separatorAt(at.place, node.operators[index - 1] ?? '|', previous.end);
    const first = walk.commands.length;
    visit(walk, command, before, at);
    const right = walk.commands.slice(first).filter(({ parent }) => parent === at.parent);
    connect(left, right);
    left = right;
  }
}

/** The commands of one side of a pipe write to those of the other; of wrapped ones the innermost counts. */
function connect(left: readonly CommandNode[], right: readonly CommandNode[]): void {
  const source = left.at(-1) ?? null;
  const target = right.find((command, index) => !right[index + 1]?.wrappers.includes(command)) ?? null;
  for (const command of left) command.pipedTo ??= target;
  for (const command of right) command.pipedFrom ??= source;
}
