// What a command of the command line is: data that arguments are read by, help is printed from, and completion is made of.

export interface Option {
  /** Without dashes. */
  name: string;
  short?: string;
  /** How its value is called; without it, it is a switch. */
  value?: string;
  choices?: readonly string[];
  /** Given several times, all count; else the last. */
  repeat?: true;
  help: string;
}

export interface Command {
  name: string;
  summary: string;
  /** Paragraphs of `--help`, each one line. */
  about: readonly string[];
  operands: { shown: string; most: number; complete: 'files' | 'none' | readonly string[] };
  options: readonly Option[];
  examples: readonly (readonly [line: string, what: string])[];
}

/** Arguments, read and checked against their command. */
export interface Invocation {
  command: Command;
  operands: readonly string[];
  /** Values by option name, in the order given; a switch has none. */
  options: ReadonlyMap<string, readonly string[]>;
}

export const optionOf = ({ options }: Invocation, name: string): string | undefined => options.get(name)?.at(-1);
export const allOf = ({ options }: Invocation, name: string): readonly string[] => options.get(name) ?? [];
export const has = ({ options }: Invocation, name: string): boolean => options.has(name);
