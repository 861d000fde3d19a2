// Arguments → words and options, by the usual rules: --name value, --name=value, -n value, several switches as -ab, and -- before words.
import type { Option } from './command.ts';

export interface GivenOption {
  /** As written: `--name` or `-n`. */
  written: string;
  /** The option's name; of an unknown one what follows the dashes. */
  name: string;
  /** `inline`: written behind `=`. */
  value?: string;
  inline?: true;
}

export interface Tokens {
  words: string[];
  options: GivenOption[];
}

/** `known`: whether an option takes a value is looked up there. */
export function tokens(args: readonly string[], known: readonly Option[]): Tokens {
  const found: Tokens = { words: [], options: [] };
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    if (argument === '--') {
      found.words.push(...args.slice(at + 1));
      break;
    }
    if (argument === '-' || !argument.startsWith('-')) found.words.push(argument);
    else if (argument.startsWith('--')) {
      const equals = argument.indexOf('=');
      const name = argument.slice(2, equals < 0 ? undefined : equals);
      if (equals >= 0) found.options.push({ written: `--${name}`, name, value: argument.slice(equals + 1), inline: true });
      else if (takesValue(known.find((option) => option.name === name)))
        found.options.push(withNext(`--${name}`, name, args[++at]));
      else found.options.push({ written: argument, name });
    } else {
      const letters = [...argument.slice(1)];
      for (const [index, letter] of letters.entries()) {
        const option = known.find(({ short }) => short === letter);
        const last = index === letters.length - 1;
        const name = option?.name ?? letter;
        found.options.push(
          takesValue(option) && last ? withNext(`-${letter}`, name, args[++at]) : { written: `-${letter}`, name },
        );
      }
    }
  }
  return found;
}

const takesValue = (option: Option | undefined) => option?.value !== undefined;

const withNext = (written: string, name: string, value: string | undefined): GivenOption => ({
  written,
  name,
  ...(value !== undefined && { value }),
});
