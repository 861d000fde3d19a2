// Passwords and keys that stand in what services run: behind options, before commands, or recognised by their form.
import type { Range } from '../../model.ts';
import { secretLiterals } from '../secret-literal.ts';
import { canBeSecret, isSecretName } from '../secret-name.ts';
import { isWellKnownPassword } from '../well-known-password.ts';
import type { Variable } from './model.ts';
import type { ScalarNode } from './node.ts';
import { partOf } from './part.ts';

export interface CommandSecret {
  /** `--requirepass`, `PGPASSWORD`, `GitHub token` */
  what: string;
  /** Its form tells who issued it. */
  issued: boolean;
  /** Where that is written: of a secret behind an option the option. */
  range: Range;
  via?: Range;
}

const VALUE = /(["']?)([^\s"'$`<>|;&]{3,200})\2(?=[\s"';&|)]|$)/.source;
const OPTION = new RegExp(`(?<![^\\s"'])(--?[A-Za-z][\\w.-]{2,60}?)(?:=|\\s{1,20})${VALUE}`, 'g');
const ASSIGNED = new RegExp(`(?<![^\\s;&|("'])([A-Z][A-Z0-9_]{2,60})=${VALUE}`, 'g');
/** Clients that take the password right behind `-p`: https://dev.mysql.com/doc/refman/8.4/en/connecting.html */
const BEHIND_P =
  /(?<![\w./-])(?:mysql|mysqladmin|mysqldump|mariadb|mariadb-admin|mariadb-dump)\s[^|;&\n]{0,300}?\s(-p)([^\s"'$=|;&]{3,100})/g;
/** https://redis.io/docs/latest/develop/tools/cli/ */
const BEHIND_A = /(?<![\w./-])(?:redis|valkey|keydb)-cli\s(?:[^|;&\n]{0,200}?\s)?(-a)\s{1,20}([^\s"'$|;&]{3,100})/g;
/** https://curl.se/docs/manpage.html#-u */
const BEHIND_U = /(?<![\w./-])curl\s(?:[^|;&\n]{0,300}?\s)?(-u|--user)\s{1,20}["']?[^\s"':$]{0,100}:([^\s"'$|;&]{3,100})/g;
const BEARER = /\b(Authorization: {0,5}Bearer) {1,5}([\w.~+/-]{8,500})/gi;
const REDIS = /^--(?:requirepass|masterauth)$/;
const TEXT = 20_000;

/** `words` are the words of one command, or the one text for the shell. `names` are of the services and images, in lower case. */
export function commandSecrets(words: readonly ScalarNode[], source: string, names: ReadonlySet<string>): CommandSecret[] {
  const starts: number[] = [];
  let text = '';
  for (const { string } of words) {
    starts.push(text.length);
    text += `${string} `;
    if (text.length > TEXT) return [];
  }
  const found: CommandSecret[] = [];
  const add = (what: string, start: number, length: number, issued = false) => {
    const at = starts.findLastIndex((one) => one <= start);
    const node = words[at];
    if (!node) return;
    const from = start - (starts[at] ?? 0);
    const { range, via } = partOf(node, source, from, Math.min(from + length, node.string.length));
    found.push({ what, issued, range, ...(via && { via }) });
  };
  for (const { what, range } of secretLiterals(text))
    add(what, range.start, range.end - range.start, what !== 'password in an address');
  const named = [...text.matchAll(OPTION), ...text.matchAll(ASSIGNED)];
  for (const { 1: name = '', 3: value = '', index } of named)
    if ((REDIS.test(name) || isSecretName(snake(name))) && isSecret(value, names)) add(name, index, name.length);
  for (const form of [BEHIND_P, BEHIND_A, BEHIND_U, BEARER])
    for (const { 0: whole, 1: option = '', 2: value = '', index } of text.matchAll(form))
      if (isSecret(value, names)) add(option, index + whole.lastIndexOf(option), option.length);
  return found;
}

/** Labels whose names say that they hold one; under `auth` proxies expect hashes, which are made to be written down. */
export function labelSecrets(labels: readonly Variable[], names: ReadonlySet<string>): CommandSecret[] {
  return labels.flatMap(({ name, value, nameRange, via }) =>
    value !== null && !/[._-]auth$/i.test(name) && isSecretName(snake(name)) && isSecret(value, names)
      ? [{ what: name, issued: false, range: nameRange, ...(via && { via }) }]
      : [],
  );
}

const isSecret = (value: string, names: ReadonlySet<string>): boolean =>
  !value.startsWith('-') && !/[()[\]{},*]/.test(value) && canBeSecret(value) && !isWellKnownPassword(value, names);

/** `--adminPassword` as `admin_password`. */
const snake = (name: string): string => name.replace(/^-+/, '').replace(/([a-z\d])([A-Z])/g, '$1_$2');
