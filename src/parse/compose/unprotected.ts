// Databases that answer everybody who reaches them: their file says so, or nothing sets the password that they would ask for.
import type { ImageRef } from '../image.ts';
import { officialName } from '../known-images.ts';
import type { Service } from './model.ts';

/** Settings that switch the login off, as the images' documentation names them, with the values that do. */
const SWITCHES: ReadonlyMap<string, RegExp> = new Map([
  ['POSTGRES_HOST_AUTH_METHOD', /^trust$/],
  ['MYSQL_ALLOW_EMPTY_PASSWORD', /^.+$/],
  ['MARIADB_ALLOW_EMPTY_ROOT_PASSWORD', /^.+$/],
  ['ALLOW_EMPTY_PASSWORD', /^(?:yes|true|1)$/i],
  ['ALLOW_NONE_AUTHENTICATION', /^(?:yes|true|1)$/i],
  ['xpack.security.enabled', /^false$/i],
  ['plugins.security.disabled', /^true$/i],
  ['DISABLE_SECURITY_PLUGIN', /^true$/i],
]);
const PASSWORD = /^(?:MYSQL|MARIADB)_ROOT_PASSWORD(?:_FILE|_HASH)?$/;

/** Images that ask for nothing until they are told to, and what tells them: in a command, or by the name of a variable. */
const OPEN: ReadonlyMap<string, { command: RegExp; variable?: RegExp }> = new Map([
  ['redis', { command: /requirepass|aclfile|\.conf|\$|\bbind\b/ }],
  ['valkey', { command: /requirepass|aclfile|\.conf|\$|\bbind\b/ }],
  ['mongo', { command: /--auth|--keyFile|--config|-f\b|\$|bind_ip/, variable: /^MONGO_INITDB_ROOT_/ }],
]);

/** Whether no password is needed for sure. */
export function isUnprotected(service: Service): boolean {
  const { image, environment } = service;
  if (service.get('extends') || service.get('entrypoint')) return false;
  const off = environment.some(({ name, value }) => value !== null && SWITCHES.get(name)?.test(value));
  if (off) return !environment.some(({ name, value }) => PASSWORD.test(name) && value !== '');
  return image?.ref ? opensByItself(service, image.ref) : false;
}

function opensByItself(service: Service, ref: ImageRef): boolean {
  const { build, envFiles, environment, list } = service;
  const open = OPEN.get(officialName(ref) ?? (ref.repository === 'valkey/valkey' ? 'valkey' : ''));
  if (!open || build || (open.variable && envFiles.length > 0)) return false;
  if (list('command').some(({ string }) => open.command.test(string))) return false;
  return !environment.some(({ name }) => open.variable?.test(name));
}
