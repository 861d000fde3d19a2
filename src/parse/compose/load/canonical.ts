// Short syntax → the long syntax that it stands for.
// https://github.com/compose-spec/compose-go/blob/main/transform/canonical.go
import { code } from '../schema-words.ts';
import { PORTS } from './limits.ts';
import { mapInside, mapItems } from './map-values.ts';
import { namedMap } from './merge-sequences.ts';
import { isInteger, printed } from './number.ts';
import type { Tell } from './problem.ts';
import { shortPorts } from './short-port.ts';
import { shortVolume, volumeValue } from './short-volume.ts';
import { into, isNowhere, meaningAt, type Spot, table } from './table.ts';
import { get, isNull, list, type MapValue, mapOf, scalar, stringOf, type Value, withField } from './value.ts';

type Form = (value: Value, inside: (value: Value) => Value, tell: Tell, ports: { left: number }) => Value;

const keyed =
  (key: string): Form =>
  (value, inside) =>
    stringOf(value) === undefined ? inside(value) : mapOf({ [key]: value }, value.at);
const mapOfNames: Form = (value) => (value.kind === 'list' ? (namedMap(value) ?? value) : value);
const listOfStrings: Form = (value) => (stringOf(value) === undefined ? value : list([value], value.at));

const dependsOn: Form = (value) => {
  const started = (at: Value['at']) => mapOf({ condition: 'service_started', required: true }, at);
  if (value.kind === 'list') return namedMap(value, started) ?? value;
  return mapInside(value, (one) => {
    if (one.kind !== 'map') return one;
    const withCondition = get(one, 'condition') ? one : withField(one, 'condition', scalar('service_started', one.at));
    return get(one, 'required') ? withCondition : withField(withCondition, 'required', scalar(true, one.at));
  });
};
const envFiles: Form = (value) => {
  const long = (one: Value): Value => {
    if (stringOf(one) !== undefined) return mapOf({ path: one, required: true }, one.at);
    return one.kind === 'map' && !get(one, 'required') ? withField(one, 'required', scalar(true, one.at)) : one;
  };
  if (value.kind === 'list') return mapItems(value, long);
  return stringOf(value) === undefined ? value : list([long(value)], value.at);
};
const volume: Form = (value, _, tell) => {
  const text = stringOf(value);
  if (text === undefined) return value;
  const read = shortVolume(text);
  if (typeof read !== 'string') return volumeValue(read, value.at);
  tell('form', 'bad-volume', value.at, `${code(text)} is no mount: ${read}.`, { of: value, hint: 'Write `source:target`.' });
  return value;
};
const ports: Form = (value, _, tell, budget) => {
  if (value.kind !== 'list') return value;
  const items = value.items.flatMap((item): Value[] => {
    if (item.kind !== 'scalar' || (typeof item.value !== 'string' && !isInteger(item.value, item.float))) return [item];
    const read = shortPorts(printed(item), budget.left);
    if (typeof read === 'string') {
      const hint = 'Write `"published:target"`, such as `"8080:80"`.';
      tell('form', 'bad-port', item.at, `${code(printed(item))} is no port: ${read}.`, { of: item, hint });
      return [];
    }
    budget.left -= read.length;
    return read.map(({ hostIp, published, ...port }) =>
      mapOf({ mode: 'ingress', ...port, host_ip: hostIp || undefined, published: published || undefined }, item.at),
    );
  });
  return { ...value, items };
};
const device: Form = (value, _, tell) => {
  const text = stringOf(value);
  if (text === undefined) return value;
  const [source = '', target = '', permissions = 'rwm', ...more] = text.split(':', 5);
  if (more.length > 0) tell('form', 'bad-device', value.at, `${code(text)} holds too many colons.`, { of: value });
  return mapOf({ source, target: target || source, permissions }, value.at);
};
const assignments: Form = (value, _, tell) => {
  if (value.kind !== 'list') return value;
  const fields = value.items.flatMap((item): [string, Value][] => {
    const [text, equals] = [stringOf(item) ?? '', (stringOf(item) ?? '').indexOf('=')];
    if (equals >= 0) return [[text.slice(0, equals), { ...item, value: text.slice(equals + 1) } as Value]];
    tell('form', 'wrong-form', item.at, `${code(text)} is no \`name=value\`.`, { of: item });
    return [];
  });
  return mapOf(Object.fromEntries(fields), value.at);
};
const ssh: Form = (value, _, tell) => {
  if (value.kind !== 'list') return value;
  const fields = value.items.flatMap((item): [string, Value][] => {
    const [id = '', ...path] = (stringOf(item) ?? '').split('=');
    if (path.length > 0) return [[id, { ...item, value: path.join('=') } as Value]];
    if (id === 'default') return [[id, scalar(null, item.at)]];
    tell('form', 'wrong-form', item.at, `${code(id)} names no key or socket.`, {
      of: item,
      hint: 'Write `id=path`, or `default`.',
    });
    return [];
  });
  return mapOf(Object.fromEntries(fields), value.at);
};
const gpus: Form = (value) => (stringOf(value) === undefined ? value : list([mapOf({ count: 'all' }, value.at)], value.at));
const words: Form = (value) =>
  value.kind === 'scalar' && typeof value.value !== 'string' ? { ...value, value: printed(value) } : value;

/** `external: { name }` is the form of before 2018. */
const external: Form = (value, inside, tell) => {
  const resource = inside(value);
  const outside = get(resource, 'external');
  if (resource.kind !== 'map' || outside?.kind !== 'map') return resource;
  const plain = withField(resource, 'external', scalar(true, outside.at));
  const [name, old] = [get(resource, 'name'), outside.fields.get('name')];
  if (!old) return plain;
  if (!name) return withField(plain, 'name', old.value, old.key);
  if (stringOf(name) !== stringOf(old.value)) {
    const related = { at: name.at, message: 'The other name.' };
    tell('form', 'conflicting-names', old.value.at, '`name` and `external.name` differ.', { hint: 'Keep `name`.', related });
  }
  return plain;
};

const FORMS = table<Form>({
  'services.*.build': keyed('context'),
  'services.*.build.secrets.*': keyed('source'),
  'services.*.build.provenance': words,
  'services.*.build.sbom': words,
  'services.*.build.additional_contexts': assignments,
  'services.*.build.ssh': ssh,
  'services.*.depends_on': dependsOn,
  'services.*.env_file': envFiles,
  'services.*.label_file': listOfStrings,
  'services.*.extends': keyed('service'),
  'services.*.gpus': gpus,
  'services.*.networks': mapOfNames,
  'services.*.models': mapOfNames,
  'services.*.volumes.*': volume,
  'services.*.dns': listOfStrings,
  'services.*.devices.*': device,
  'services.*.secrets.*': keyed('source'),
  'services.*.configs.*': keyed('source'),
  'services.*.ports': ports,
  'services.*.develop.watch.*.ignore': listOfStrings,
  'services.*.develop.watch.*.include': listOfStrings,
  'volumes.*': external,
  'networks.*': external,
  'secrets.*': external,
  'configs.*': external,
});

export function canonical(root: MapValue, tell: Tell): MapValue {
  const budget = { left: PORTS };
  const walk = (value: Value, spot: Spot<Form>): Value => {
    if (isNowhere(spot)) return value;
    const inside = (one: Value): Value => mapInside(one, (deeper, key) => walk(deeper, into(spot, key)));
    return meaningAt(spot)?.(value, inside, tell, budget) ?? inside(value);
  };
  return withoutEmptyDns(walk(root, FORMS) as MapValue);
}

/** Compose drops empty items of `dns`, which variables leave behind. */
function withoutEmptyDns(root: MapValue): MapValue {
  const drop = (value: Value, spot: Spot<true>): Value => {
    if (isNowhere(spot)) return value;
    if (meaningAt(spot) && value.kind === 'list') {
      const items = value.items.filter((item) => !isNull(item) && stringOf(item) !== '');
      return items.length === value.items.length ? value : { ...value, items };
    }
    return mapInside(value, (inside, key) => drop(inside, into(spot, key)));
  };
  return drop(root, DNS) as MapValue;
}
const DNS = table<true>({ 'services.*.dns': true });
