// The ways between boxes: they leave and arrive sideways, and climb only between the columns, so that they cross no box.
import type { Box, Point } from './layout.ts';

/** A column of boxes: the layout sets all of one layer on one middle. */
interface Column {
  left: number;
  right: number;
}

/** Room between a column and where ways begin to climb. */
const AWAY = 6;
/** More of it in front of an arrow's head. */
const HEAD = 12;

export function columnsOf(boxes: readonly Box[]): ReadonlyMap<number, Column> {
  const columns = new Map<number, Column>();
  for (const { x, width } of boxes) {
    const middle = Math.round(x + width / 2);
    const { left, right } = columns.get(middle) ?? { left: x, right: x };
    columns.set(middle, { left: Math.min(left, x), right: Math.max(right, x + width) });
  }
  return columns;
}

/** `bends`: where the layout leads the way between the two boxes. */
export function route(from: Box, to: Box, bends: readonly Point[], columns: ReadonlyMap<number, Column>): Point[] {
  // Who waits for each other in a circle: one of the ways goes back.
  const forth = from.x + from.width / 2 <= to.x + to.width / 2;
  const first = forth ? leaving(from, columns) : arriving(from, columns).reverse();
  const last = forth ? arriving(to, columns) : leaving(to, columns).reverse();
  const between = bends.flatMap((bend) => {
    const column = columns.get(Math.round(bend.x));
    // Between the columns there is nothing to go around.
    if (!column) return [];
    const sides = [
      { x: column.left - AWAY, y: bend.y },
      { x: column.right + AWAY, y: bend.y },
    ];
    return forth ? sides : sides.reverse();
  });
  return [...first, ...between, ...last];
}

const middleOf = ({ x, width }: Box): number => Math.round(x + width / 2);

function leaving(box: Box, columns: ReadonlyMap<number, Column>): Point[] {
  const [right, y] = [box.x + box.width, box.y + box.height / 2];
  return [
    { x: right, y },
    { x: (columns.get(middleOf(box))?.right ?? right) + AWAY, y },
  ];
}

function arriving(box: Box, columns: ReadonlyMap<number, Column>): Point[] {
  const y = box.y + box.height / 2;
  return [
    { x: (columns.get(middleOf(box))?.left ?? box.x) - HEAD, y },
    { x: box.x, y },
  ];
}
