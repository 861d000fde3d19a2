// What Bash understands and a POSIX shell does not: which construct of the syntax tree it is, and where.
import type { SyntaxNode } from 'unbash';
import type { Spot } from './place.ts';

export type Construct =
  | '[['
  | '(('
  | 'for (('
  | 'select'
  | 'function'
  | '<<<'
  | '<(…)'
  | '&>'
  | '|&'
  | '{a,b}'
  | 'array'
  | '+='
  | "$'…'"
  | 'replacing'
  | 'slicing'
  | 'transforming'
  | 'indirect';

export interface ForeignSpot {
  readonly construct: Construct;
  readonly spot: Spot;
}

const first = (node: Spot, length: number): Spot => ({ pos: node.pos, end: Math.min(node.end, node.pos + length) });

/** `text` is what the positions of the tree count in. */
export function bashism(node: SyntaxNode, text: string): ForeignSpot | null {
  switch (node.type) {
    case 'TestCommand':
      return { construct: '[[', spot: first(node, 2) };
    case 'ArithmeticCommand':
      return { construct: '((', spot: first(node, 2) };
    case 'ArithmeticFor':
      return { construct: 'for ((', spot: first(node, 3) };
    case 'Select':
      return { construct: 'select', spot: first(node, 6) };
    case 'Function':
      return /^function\s/.test(text.slice(node.pos, node.pos + 9)) ? { construct: 'function', spot: first(node, 8) } : null;
    case 'HereString':
      return { construct: '<<<', spot: node };
    case 'Redirect':
      return node.operator.startsWith('&>') ? { construct: '&>', spot: node } : null;
    case 'Pipeline': {
      const at = node.operators.indexOf('|&');
      const left = node.commands[at];
      return left ? { construct: '|&', spot: left } : null;
    }
    case 'ProcessSubstitution':
      return { construct: '<(…)', spot: node };
    case 'BraceExpansion':
      return { construct: '{a,b}', spot: node };
    case 'AnsiCQuoted':
      return { construct: "$'…'", spot: node };
    case 'Assignment':
      if (node.value.type === 'ArrayValue' || node.index) return { construct: 'array', spot: node };
      return node.append ? { construct: '+=', spot: node } : null;
    case 'ParameterExpansion':
      return inExpansion(node);
    default:
      return null;
  }
}

function inExpansion(node: Extract<SyntaxNode, { type: 'ParameterExpansion' }>): ForeignSpot | null {
  if (node.index) return { construct: 'array', spot: node };
  if (node.prefix === '!') return { construct: 'indirect', spot: node };
  switch (node.operation?.type) {
    case 'Replace':
      return { construct: 'replacing', spot: node };
    case 'Slice':
      return { construct: 'slicing', spot: node };
    case 'CaseModification':
    case 'Transform':
      return { construct: 'transforming', spot: node };
    default:
      return null;
  }
}
