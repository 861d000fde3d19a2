// Colours of a terminal, or none. https://no-color.org

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], cyan: [36, 39] } as const;

export type Paint = Readonly<Record<keyof typeof CODES, (text: string) => string>>;

export function paint(colours: boolean): Paint {
  const pen = (name: keyof typeof CODES) => (text: string) =>
    colours && text !== '' ? `\x1b[${CODES[name][0]}m${text}\x1b[${CODES[name][1]}m` : text;
  return { bold: pen('bold'), dim: pen('dim'), red: pen('red'), green: pen('green'), yellow: pen('yellow'), cyan: pen('cyan') };
}
