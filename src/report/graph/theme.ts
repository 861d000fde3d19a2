// Colours of a picture, on a light page and on a dark one: those that GitHub's own pages use.
import type { Mark } from '../../picture.ts';

export const THEME_NAMES = ['auto', 'light', 'dark'] as const;

/** `auto`: as whoever looks at it has chosen. */
export type Theme = (typeof THEME_NAMES)[number];

export interface Colours {
  page: string;
  ink: string;
  /** Text that matters less. */
  pale: string;
  group: string;
  port: string;
  marks: Readonly<Record<Mark | 'none', { fill: string; line: string; ink: string }>>;
}

export const THEMES: Readonly<Record<Exclude<Theme, 'auto'>, Colours>> = {
  light: {
    page: '#ffffff',
    ink: '#1f2328',
    pale: '#59636e',
    group: '#f6f8fa',
    port: '#0969da',
    marks: {
      none: { fill: '#ffffff', line: '#818b98', ink: '#59636e' },
      added: { fill: '#dafbe1', line: '#1a7f37', ink: '#116329' },
      removed: { fill: '#ffebe9', line: '#cf222e', ink: '#a40e26' },
      altered: { fill: '#fff8c5', line: '#9a6700', ink: '#7d4e00' },
    },
  },
  dark: {
    page: '#0d1117',
    ink: '#f0f6fc',
    pale: '#9198a1',
    group: '#151b23',
    port: '#58a6ff',
    marks: {
      none: { fill: '#212830', line: '#656c76', ink: '#9198a1' },
      added: { fill: '#12261e', line: '#3fb950', ink: '#56d364' },
      removed: { fill: '#25171c', line: '#f85149', ink: '#ff7b72' },
      altered: { fill: '#272115', line: '#d29922', ink: '#e3b341' },
    },
  },
};
