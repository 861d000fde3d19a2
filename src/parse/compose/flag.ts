// Booleans as Compose takes them: written, as a string, or as the default of a variable.
import { defaultOf } from './interpolation.ts';
import type { Node } from './node.ts';

/** `null`: it is no boolean, or the environment decides. */
export function flagOf(node: Node | undefined): boolean | null {
  if (node?.kind !== 'scalar') return null;
  const text = node.interpolated ? defaultOf(node.string) : node.string;
  switch (text?.toLowerCase()) {
    // https://github.com/compose-spec/compose-go/blob/main/loader/interpolate.go
    case 'true':
    case 'y':
    case 'yes':
    case 'on':
      return true;
    case 'false':
    case 'n':
    case 'no':
    case 'off':
      return false;
    default:
      return null;
  }
}
