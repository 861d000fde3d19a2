// Where the parts of a shell text stand in the file.
import type { Range } from '../../model.ts';
import type { Instruction } from '../dockerfile/model.ts';
import { type Joined, rangeAt } from '../joined.ts';

/** A text that a shell reads, and what its commands have in common. */
export interface Place {
  readonly joined: Joined;
  /** All of its parts have this place, because the text is not 1:1 in the file (`null`: it is). */
  readonly whole: Range | null;
  readonly instruction: Instruction;
  /** How many `sh -c` are around it. */
  readonly shells: number;
}

export interface Spot {
  readonly pos: number;
  readonly end: number;
}

export function rangeIn(place: Place, { pos, end }: Spot): Range {
  return place.whole ?? rangeAt(place.joined, pos, end);
}
