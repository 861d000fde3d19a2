// The words that all shells complete.
import type { Command, Option } from '../command.ts';

export const dashed = ({ name, short }: Option): string[] => (short ? [`--${name}`, `-${short}`] : [`--${name}`]);

export const operandWords = ({ operands }: Command): readonly string[] =>
  typeof operands.complete === 'string' ? [] : operands.complete;
