// A service's `healthcheck`: what it runs and in which form.
import { flagOf } from './flag.ts';
import type { Healthcheck } from './model.ts';
import type { Entry, Node } from './node.ts';
import { scalarsOf } from './scalars.ts';

export function healthcheckOf(entry: Entry | undefined): Healthcheck | null {
  const node = entry?.value;
  if (!entry || node?.kind !== 'map') return null;
  const test = node.get('test') ?? null;
  const command = test ? commandOf(test) : { form: null, words: [] };
  return { node, entry, disabled: flagOf(node.get('disable')) === true || command.form === 'none', test, ...command };
}

/** https://github.com/compose-spec/compose-spec/blob/main/05-services.md#healthcheck */
function commandOf(test: Node): Pick<Healthcheck, 'form' | 'words'> {
  const words = scalarsOf(test);
  if (test.kind !== 'list') return { form: words.length ? 'shell' : null, words };
  switch (words[0]?.string) {
    case 'NONE':
      return { form: 'none', words: [] };
    case 'CMD':
      return { form: 'cmd', words: words.slice(1) };
    case 'CMD-SHELL':
      return { form: 'shell', words: words.slice(1) };
    default:
      return { form: null, words: [] };
  }
}
