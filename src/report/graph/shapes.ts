// The outlines of a picture: boxes of services, cylinders of volumes, folders of the host, and ways between them.
import type { Box, Point } from './layout.ts';

const round = (value: number): number => Math.round(value * 10) / 10;
const numbers = (...values: readonly number[]): string => values.map(round).join(' ');

export const rounded = ({ x, y, width, height }: Box, className: string): string =>
  `<rect class="${className}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6"/>`;

/** The height of the lid is half of an ellipse's. */
const LID = 5;

export function cylinder({ x, y, width, height }: Box, className: string): string {
  const [top, bottom, rx] = [y + LID, y + height - LID, width / 2];
  const body = `M${numbers(x, top)}A${numbers(rx, LID)} 0 0 1 ${numbers(x + width, top)}V${round(bottom)}A${numbers(rx, LID)} 0 0 1 ${numbers(x, bottom)}Z`;
  const lid = `M${numbers(x, top)}A${numbers(rx, LID)} 0 0 0 ${numbers(x + width, top)}`;
  return `<path class="${className}" d="${body}${lid}"/>`;
}

const TAB = 5;

export function folder({ x, y, width, height }: Box, className: string): string {
  const tab = Math.min(40, width / 3);
  const outline = `M${numbers(x, y)}h${round(tab)}l${TAB} ${TAB}H${round(x + width)}V${round(y + height)}H${round(x)}Z`;
  return `<path class="${className}" d="${outline}"/>`;
}

/** Level at each point, and a bow between two that are not at one height. */
export function path(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const pieces = rest.map((point, index) => {
    const before = points[index] ?? first;
    if (Math.abs(point.y - before.y) < 0.5) return `L${numbers(point.x, point.y)}`;
    const middle = (before.x + point.x) / 2;
    return `C${numbers(middle, before.y, middle, point.y, point.x, point.y)}`;
  });
  return `M${numbers(first.x, first.y)}${pieces.join('')}`;
}
