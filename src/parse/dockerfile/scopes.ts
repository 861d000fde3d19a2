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
  #plain: Environment | undefined;

  constructor(instructions: readonly Instruction[], escapeChar: string) {
    this.#instructions = instructions;
    this.#escape = escapeChar;
  }

  /** `null` when it depends on something unknown. */
  expand(text: string, at: Instruction): string | null {
    if (!text.includes('$')) return unquote(text, this.#escape);
    this.#any ??= new Environment(this.#instructions, this.#escape, 'any');
    return expansion({ text, escapeChar: this.#escape, quotes: true }, this.#any.at(at)).value;
  }

  /** In a build without arguments of its own. */
  byDefault(text: string | Expandable, at: Instruction): Expansion {
    return expansion(this.#expandable(text), this.#defaultEnvironment().at(at));
  }

  /** The same on a machine of linux/amd64 and on base images that set nothing. */
  inPlainBuild(text: string | Expandable, at: Instruction): Expansion {
    this.#plain ??= new Environment(this.#instructions, this.#escape, 'plain');
    return expansion(this.#expandable(text), this.#plain.at(at));
  }

  /** Whether an ARG or ENV in front of an instruction, here or in a stage it builds on, names a variable. */
  declares(name: string, at: Instruction): boolean {
    return this.#defaultEnvironment().declares(name, at);
  }

  #expandable(text: string | Expandable): Expandable {
    return typeof text === 'string' ? { text, escapeChar: this.#escape, quotes: true } : text;
  }

  #defaultEnvironment(): Environment {
    this.#defaults ??= new Environment(this.#instructions, this.#escape, 'default');
    return this.#defaults;
  }
}
