// Text with its variables replaced as they stand at an instruction: as somebody may build the file, and as a build does that passes nothing.
import { Environment } from './environment.ts';
import { type Expandable, type Expansion, expansion } from './expand.ts';
import type { Instruction } from './model.ts';
import { unquote } from './unquote.ts';

export class Scopes {
  readonly #instructions: readonly Instruction[];
  readonly #escape: string;
  #any: Environment | undefined;
  #defaults: Environment | undefined;

  constructor(instructions: readonly Instruction[], escapeChar: string) {
    this.#instructions = instructions;
    this.#escape = escapeChar;
  }

  /** `null` when it depends on something unknown. */
  expand(text: string, at: Instruction): string | null {
    if (!text.includes('$')) return unquote(text, this.#escape);
    this.#any ??= new Environment(this.#instructions, this.#escape, false);
    return expansion({ text, escapeChar: this.#escape, quotes: true }, this.#any.at(at)).value;
  }

  /** In a build without arguments of its own. */
  byDefault(text: string | Expandable, at: Instruction): Expansion {
    const expandable = typeof text === 'string' ? { text, escapeChar: this.#escape, quotes: true } : text;
    return expansion(expandable, this.#defaultEnvironment().at(at));
  }

  /** Whether an ARG or ENV in front of an instruction, here or in a stage it builds on, names a variable. */
  declares(name: string, at: Instruction): boolean {
    return this.#defaultEnvironment().declares(name, at);
  }

  #defaultEnvironment(): Environment {
    this.#defaults ??= new Environment(this.#instructions, this.#escape, true);
    return this.#defaults;
  }
}
