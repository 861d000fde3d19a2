// Unquoted dates and times, which Compose's YAML reader takes for points in time.
// https://yaml.org/type/timestamp.html

const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d{1,9})?(Z|[+-]\d\d:\d\d))|(?: (\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d{1,9})?))?$/;

/** As Go prints it (`2024-01-31 00:00:00 +0000 UTC`); `null`: it is none. */
export function timestamp(text: string): string | null {
  if (text.charAt(4) !== '-' || text.length > 40) return null;
  const match = TIMESTAMP.exec(text);
  if (!match) return null;
  const [, year, month, day, h1, m1, s1, f1, zone = 'Z', h2, m2, s2, f2] = match;
  const [hour, minute, second] = [h1 ?? h2 ?? '0', m1 ?? m2 ?? '0', s1 ?? s2 ?? '0'];
  const fraction = (f1 ?? f2 ?? '').replace(/\.?0+$/, '');
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const offset = zone === 'Z' ? '+0000 UTC' : `${zone.replace(':', '')} ${zone.replace(':', '')}`;
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}${fraction} ${offset}`;
}
