// Passwords and keys that a Compose file writes out in the environment of its services.
import type { Range } from '../../model.ts';
import { secretLiterals } from '../secret-literal.ts';
import { canBeSecret, isSecretName } from '../secret-name.ts';
import { isWellKnownPassword } from '../well-known-password.ts';
import { loginIn } from './connection-string.ts';
import { defaultOf, isInterpolated } from './interpolation.ts';
import type { Compose, Variable } from './model.ts';
import { writtenOnce } from './written-once.ts';

export interface Credential {
  variable: Variable;
  /** The variable's name; of an address its password. */
  at: Range;
  /** The password is part of an address. */
  inAddress: boolean;
  /** `token`: its form tells who issued it. `known`: everybody knows it, or it only stands where one is to be put. `fallback`: it is the default of a variable. */
  kind: 'token' | 'secret' | 'known' | 'fallback';
  /** Of a token what it is: `GitHub token`. */
  what?: string;
}

/** Names of classes and of files with credentials, and the ways to authenticate: not what opens a door. */
const NO_SECRET = /^(?:[a-z]\w{0,40}(?:\.\w{1,60}){2,8}|[\w-]{0,60}_creds)$/;
/** Words of a name behind which it only describes a secret. */
const DESCRIBES = /_(?:issuer|audience|converter)$/i;
const WAY =
  /^(?:requested|required|optional|want|need|basic|plain|digest|ldap|oidc|oauth2?|saml|jwt|scram|md5|trust|local|builtin|db)$/i;
const PASSWORD = /(?:^|_)(?:pass|pwd|passw(?:or)?d|passphrase|secret)$/i;
const NAMES = /(?:^|_)(?:user|username|login|db|database|name|dbname|vhost)$/i;
const NAME_LENGTH = 40;

/** In the order of the file; those that several services share through an anchor once. */
export function credentialsOf(file: Compose): Credential[] {
  const variables = writtenOnce(
    file.services.flatMap(({ environment }) => environment),
    ({ nameRange }) => nameRange,
  );
  const names = [
    ...file.services.flatMap(({ name, image }) => [name, image?.ref?.name ?? '']),
    ...variables.flatMap(({ name, value }) => (value && value.length <= NAME_LENGTH && NAMES.test(name) ? [value] : [])),
    file.name?.string ?? '',
  ];
  const own = new Set(names.flatMap((name) => [name, ...name.split(/[^\p{L}\d]+/u)]).map((name) => name.toLowerCase()));
  return variables.flatMap((variable) => credentialIn(variable, own, file.source.text) ?? []);
}

function credentialIn(variable: Variable, own: ReadonlySet<string>, text: string): Credential | null {
  return token(variable) ?? inAddress(variable, own, text) ?? underItsName(variable, own);
}

function token(variable: Variable): Credential | null {
  const found = secretLiterals(variable.value ?? '').find(({ what }) => what !== 'password in an address');
  return found ? { variable, at: variable.nameRange, inAddress: false, kind: 'token', what: found.what } : null;
}

function inAddress(variable: Variable, own: ReadonlySet<string>, text: string): Credential | null {
  const { value, valueRange } = variable;
  const login = value === null ? null : loginIn(value);
  if (!login || value === null || valueRange === null) return null;
  const password = isInterpolated(login.password) ? defaultOf(login.password) : login.password;
  if (password === undefined || !canBeSecret(password)) return null;
  const { start, end } = login.range;
  const fallback = password !== login.password || value.lastIndexOf('${', start) > value.lastIndexOf('}', start);
  const exact = text.startsWith(value, valueRange.start);
  const at = exact ? { start: valueRange.start + start, end: valueRange.start + end } : valueRange;
  const known = password === login.user || isWellKnownPassword(password, own);
  return { variable, at, inAddress: true, kind: fallback ? 'fallback' : known ? 'known' : 'secret' };
}

function underItsName(variable: Variable, own: ReadonlySet<string>): Credential | null {
  const { name, nameRange, value } = variable;
  if (value === null || !(isSecretName(name) || PASSWORD.test(name)) || DESCRIBES.test(name)) return null;
  const fallback = isInterpolated(value);
  const literal = fallback ? defaultOf(value) : value;
  // Quotes in the list form are part of the value, though nobody means them.
  const bare = literal?.replace(/^(["'])(.*)\1$/s, '$2') ?? '';
  if (NO_SECRET.test(bare) || WAY.test(bare)) return null;
  const digits = (PASSWORD.test(name) && /^\d{2,}$/.test(bare)) || /^\d{5,}$/.test(bare);
  if (!digits && !canBeSecret(bare)) return null;
  return {
    variable,
    at: nameRange,
    inAddress: false,
    kind: fallback ? 'fallback' : isWellKnownPassword(bare, own) ? 'known' : 'secret',
  };
}
