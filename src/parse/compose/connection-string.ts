// User and password inside an address: `postgres://shop:s3cret@db:5432/shop`.
import type { Range } from '../../model.ts';

export interface Login {
  user: string;
  password: string;
  /** Of the password, in the text. */
  range: Range;
}

const ADDRESS = /\b[a-z][a-z0-9+.-]{1,30}:\/\/((?:\$\{[^}\s]{0,200}\}|\$(?!\{)|[^\s:/@?#"'$]){0,200}):([^\s@/"']{1,500})@/i;

/** The first address with a password in a text. */
export function loginIn(text: string): Login | null {
  if (!text.includes('://') || text.length > 10_000) return null;
  const match = ADDRESS.exec(text);
  if (!match) return null;
  const [whole, user = '', password = ''] = match;
  const end = match.index + whole.length - 1;
  return { user, password, range: { start: end - password.length, end } };
}
