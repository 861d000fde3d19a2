// What file modes of chmod grant: octal and symbolic, as POSIX describes them.

const BITS = { r: 4, w: 2, x: 1 } as const;
const SHIFTS = { u: 6, g: 3, o: 0 } as const;

/** Whether a mode surely gives a class of users a permission. */
export function grants(mode: string, who: keyof typeof SHIFTS, what: keyof typeof BITS): boolean {
  if (isOctal(mode)) return ((Number.parseInt(mode, 8) >> SHIFTS[who]) & BITS[what]) !== 0;
  return clauses(mode).some(
    ({ classes, permissions }) => (classes.includes(who) || classes.includes('a')) && permissions.includes(what),
  );
}

/** Whether programs with this mode run as their owner, whoever starts them. */
export function setsUser(mode: string): boolean {
  if (isOctal(mode)) return (Number.parseInt(mode, 8) & 0o4000) !== 0;
  return clauses(mode).some(({ classes, permissions }) => /[ua]|^$/.test(classes) && permissions.includes('s'));
}

/** Only the owner of a file may remove it from such a folder. */
export const isSticky = (mode: string): boolean =>
  isOctal(mode) ? (Number.parseInt(mode, 8) & 0o1000) !== 0 : clauses(mode).some(({ permissions }) => permissions.includes('t'));

export const isOctal = (mode: string): boolean => /^[0-7]{3,5}$/.test(mode);

function clauses(mode: string): { classes: string; permissions: string }[] {
  if (mode.length > 100) return [];
  return mode.split(',').flatMap((clause) => {
    const [, classes, permissions] = /^([ugoa]*)[+=]([rwxXst]+)$/.exec(clause) ?? [];
    return permissions === undefined ? [] : [{ classes: classes ?? '', permissions }];
  });
}
