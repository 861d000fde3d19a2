// Services that extend another service, of the same or of another file.
// https://github.com/compose-spec/compose-spec/blob/main/05-services.md#extends
import { code } from '../schema-words.ts';
import type { Resets } from './from-node.ts';
import { type Job, limited, type Scope, sizeOf, spend } from './job.ts';
import { CHAIN } from './limits.ts';
import { mergeService } from './merge.ts';
import { absolutePath } from './paths.ts';
import { withoutMarked } from './reset.ts';
import { type Field, get, isNull, type MapValue, mapOf, stringOf, type Value, withField, withoutField } from './value.ts';

/** Services that extending looks among; those that are done are put back. */
export interface Services {
  fields: Map<string, Field>;
  resets: Resets;
  /** Absolute path of their file. */
  file: string;
}

export interface Extending {
  job: Job;
  scope: Scope;
  /** The services of another file, with its paths resolved; `null`: it has none. */
  services(absolute: string, path: Value, text: string): Services | null | undefined;
}

export function withExtended(extending: Extending, root: MapValue, resets: Resets, file: string): MapValue {
  const services = get(root, 'services');
  if (services?.kind !== 'map') return root;
  const among: Services = { fields: new Map(services.fields), resets, file };
  for (const name of services.fields.keys()) extended(extending, name, among, []);
  return withField(root, 'services', { ...services, fields: among.fields });
}

function extended(extending: Extending, name: string, among: Services, chain: readonly string[]): Value | undefined {
  const { job } = extending;
  const field = among.fields.get(name);
  const service = field?.value;
  const extend = service?.kind === 'map' ? service.fields.get('extends') : undefined;
  if (!field || service?.kind !== 'map' || !extend) return service;
  const done = (value: MapValue): MapValue => {
    among.fields.set(name, { key: field.key, value });
    return value;
  };
  const step = `${among.file}\n${name}`;
  if (chain.includes(step)) {
    const names = [...chain.slice(chain.indexOf(step)), step].map((one) => code(one.slice(one.indexOf('\n') + 1)));
    job.tell('form', 'extends-cycle', extend.value.at, `The services extend each other in a circle: ${names.join(' → ')}.`);
    return done(withoutField(service, 'extends'));
  }
  if (chain.length >= CHAIN) {
    limited(job, extend.value.at, `More than ${CHAIN} services extend each other in a row.`);
    return done(withoutField(service, 'extends'));
  }
  const found = baseOf(extending, name, extend.value, among);
  const base = found && extended(extending, found.name, found.among, [...chain, step]);
  if (base?.kind !== 'map' || !spend(job, sizeOf(base), extend.value.at)) {
    return done(withoutField(service, 'extends'));
  }
  const left = cleared(base, name, among.resets);
  const merging = { tell: job.tell, spend: (values: number) => spend(job, values, service.at) };
  return done(withoutField(mergeService(left, service, merging), 'extends'));
}

function baseOf(
  extending: Extending,
  name: string,
  extend: Value,
  among: Services,
): { name: string; among: Services } | undefined {
  const { job, scope } = extending;
  const service = stringOf(extend) === undefined ? get(extend, 'service') : extend;
  const wanted = stringOf(service);
  if (!service || wanted === undefined) {
    job.tell('form', 'missing-key', extend.at, `${code('extends')} of ${code(name)} does not say which service.`, {
      hint: 'Add `service:`.',
    });
    return undefined;
  }
  const file = get(extend, 'file');
  const text = stringOf(file);
  const base = { folder: scope.folder, home: job.home };
  const there = file && !isNull(file) && text !== undefined ? extending.services(absolutePath(text, base), file, text) : among;
  if (!there) return undefined;
  if (there.fields.has(wanted)) return { name: wanted, among: there };
  const where = there === among ? 'this file' : code(text ?? '');
  job.complete = false;
  job.tell(
    'form',
    'undefined-service',
    service.at,
    `There is no service ${code(wanted)} in ${where} that ${code(name)} could extend.`,
    { of: service },
  );
  return undefined;
}

/** What the extending file marks with `!reset` or `!override` is not inherited. */
function cleared(base: MapValue, name: string, resets: Resets): MapValue {
  const whole = mapOf({ services: mapOf({ [name]: base }, base.at) }, base.at);
  const left = get(get(withoutMarked(whole, resets), 'services'), name);
  return left?.kind === 'map' ? left : mapOf({}, base.at);
}
