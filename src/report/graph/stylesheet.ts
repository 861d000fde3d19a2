// How a picture is painted: colours of one theme, or of both for a page that may be light or dark.
import { LINE_SIZE, NAME_SIZE } from './text-size.ts';
import { type Colours, THEMES, type Theme } from './theme.ts';

const FONT = `ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace`;

const SHAPES = [
  `text{font-family:${FONT};font-size:${LINE_SIZE}px}`,
  `.name{font-size:${NAME_SIZE}px;font-weight:600}`,
  '.heading{font-weight:600}',
  '.node,.group{stroke-width:1}',
  '.node.added,.node.removed,.node.altered,.group.added,.group.removed{stroke-width:2}',
  '.edge{fill:none;stroke-width:1.3}',
  '.edge.added,.edge.removed,.edge.altered{stroke-width:2.5}',
  '.open{fill:none;stroke-width:1.3}',
  '.mounts{stroke-dasharray:5 3}',
  '.read-only{stroke-dasharray:1.5 3.5}',
  '.node.removed,.group.removed,.edge.removed{stroke-dasharray:6 4}',
].join('');

export function stylesheet(theme: Theme): string {
  if (theme !== 'auto') return SHAPES + paints(THEMES[theme]);
  return `${SHAPES}${paints(THEMES.light)}@media (prefers-color-scheme:dark){${paints(THEMES.dark)}}`;
}

function paints({ page, ink, pale, group, port, marks }: Colours): string {
  const byMark = Object.entries(marks).map(
    ([mark, { fill, line, ink: words }]) =>
      `.node.${mark}{fill:${fill};stroke:${line}}.edge.${mark}{stroke:${line}}.head.${mark}{fill:${line};stroke:${line};stroke-width:0}` +
      `.group.${mark}{stroke:${line}}.line.${mark},.heading.${mark}{fill:${words}}`,
  );
  return [
    `text,.name{fill:${ink}}.page{fill:${page}}.group{fill:${group}}`,
    `.line{fill:${pale}}.line.port{fill:${port}}`,
    ...byMark,
  ].join('');
}
