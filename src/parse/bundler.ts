// The options of `bundle install` that Bundler remembers as settings: bundle-config(1).
import type { Arg, Command } from './shell/model.ts';

export interface RememberedOption {
  readonly option: Arg;
  /** The last word of its value, or itself. */
  readonly last: Arg;
  readonly name: string;
  /** Arguments of `bundle config set --local` that do the same; `null` where the value is not plain. */
  readonly setting: string | null;
}

/** Options and whether they take words: `--without a b c` takes all up to the next option. */
const REMEMBERED: ReadonlyMap<string, boolean> = new Map([
  ['--deployment', false],
  ['--without', true],
  ['--with', true],
  ['--path', true],
]);

export function rememberedOptions({ args }: Command): RememberedOption[] {
  return args.flatMap((option, i) => {
    const [name = '', given] = (option.value ?? '').split('=', 2);
    const takesWords = REMEMBERED.get(name);
    if (takesWords === undefined) return [];
    let end = i + 1;
    while (takesWords && given === undefined && end < args.length && !args[end]?.text.startsWith('-')) end++;
    const values = args.slice(i + 1, end);
    const value = given ?? values.map((arg) => arg.value ?? '$').join(' ');
    const plain = /^[\w./: -]+$/.test(value);
    const setting = takesWords ? `${name.slice(2)} '${value.replaceAll(':', ' ')}'` : `${name.slice(2)} true`;
    return [{ option, last: values.at(-1) ?? option, name, setting: plain || !takesWords ? setting : null }];
  });
}
