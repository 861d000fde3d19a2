// One file over what was loaded before it: every step between YAML and merged values, in the order in which Compose takes them.
import { addKeysThatAreNoStrings } from '../distinct.ts';
import type { Compose } from '../model.ts';
import { code } from '../schema-words.ts';
import { canonical } from './canonical.ts';
import { type Extending, type Services, withExtended } from './extends.ts';
import { folderOf } from './file-path.ts';
import { composeFile } from './follow.ts';
import { type Resets, readValues } from './from-node.ts';
import { absoluteOf } from './ground.ts';
import { type LoadModel, withIncluded } from './include.ts';
import { interpolate } from './interpolate.ts';
import { type Job, limited, type Scope, spend } from './job.ts';
import { DOCUMENTS } from './limits.ts';
import { merge } from './merge.ts';
import { withAbsolutePaths } from './paths.ts';
import { withoutMarked } from './reset.ts';
import { checkSchema } from './schema-check.ts';
import { withoutRepeats } from './unique.ts';
import { fieldsOf, get, isNull, type MapValue, mapOf, type Value, withoutField } from './value.ts';

/** Files that services extend from, read once. */
export type Bases = Map<string, Services | null>;

/** What a broken text seems to hold says nothing about what is meant. */
const UNREADABLE = /^(?:yaml-|control-character$|document-start$|tag-end$|(?:size|depth|alias)-limit$)/;

interface Layer {
  before: MapValue;
  resets: Resets;
}

export function mergeFile(job: Job, file: Compose, scope: Scope, bases: Bases, load: LoadModel, before: MapValue): MapValue {
  const absolute = absoluteOf(job.ground, file.path);
  const extending: Extending = { job, scope, services: (path, named, text) => servicesOf(job, scope, bases, path, named, text) };
  return layered(job, file, scope, before, (value, { before: below, resets }) => {
    const whole = withIncluded(job, value, resets, scope, absolute, load);
    const left = withoutMarked(below, resets);
    const merged = over(job, left, withExtended(extending, whole, resets, absolute));
    checkSchema(merged, job.tell);
    return withoutField(merged, 'version');
  }).before;
}

/** The file's documents, each prepared by `step` and brought to long syntax. */
function layered(
  job: Job,
  file: Compose,
  scope: Scope,
  first: MapValue,
  step: (value: MapValue, layer: Layer) => MapValue,
): Layer {
  const layer: Layer = { before: first, resets: [] };
  const { path } = file;
  for (const { range, message, hint, code } of file.problems) {
    if (code !== 'empty' || /^---/m.test(file.source.text))
      job.tell('read', code, { path, range }, message, hint ? { hint } : {});
  }
  if (file.problems.some((problem) => UNREADABLE.test(problem.code))) {
    job.complete = false;
    return layer;
  }
  const { documents } = file;
  const [further] = documents.slice(DOCUMENTS);
  if (further) limited(job, { path, range: further.range }, `Of this file only the first ${DOCUMENTS} documents are read.`);
  for (const document of documents.slice(0, DOCUMENTS)) {
    if (document.kind !== 'map') continue;
    for (const { range, message, hint } of addKeysThatAreNoStrings(document, [])) {
      job.tell('read', 'wrong-key', { path, range }, message, hint ? { hint } : {});
    }
    const { value, resets } = readValues(document, path);
    const interpolated = interpolate(value, scope.lookup, job.room, job.tell);
    if (interpolated.kind !== 'map') continue;
    layer.resets = resets;
    const services = get(interpolated, 'services');
    if (services && isNull(services) && layer.before.fields.has('services')) {
      job.tell('form', 'wrong-form', services.at, '`services` is empty here.', { hint: 'Remove it.' });
    }
    const merged = step(interpolated, layer);
    layer.before = withoutRepeats(canonical(merged, job.tell), QUIET);
  }
  return layer;
}

/** The same mistake has been told before the long syntax. */
const QUIET = () => {};

function over(job: Job, before: MapValue, value: MapValue): MapValue {
  const merged = merge(before, value, { tell: job.tell, spend: (values) => spend(job, values, value.at) });
  return withoutRepeats(merged, job.tell);
}

/** Services of another file as `extends` sees them: nothing included or extended yet, paths from that file's folder. */
function servicesOf(
  job: Job,
  scope: Scope,
  bases: Bases,
  absolute: string,
  named: Value,
  text: string,
): Services | null | undefined {
  const known = bases.get(absolute);
  if (known !== undefined) return known;
  const file = composeFile(job, named, text, absolute);
  if (!file) return undefined;
  const empty = mapOf({}, { path: file.path, range: { start: 0, end: 0 } });
  const { before, resets } = layered(job, file, scope, empty, (value, layer) =>
    over(job, withoutMarked(layer.before, layer.resets), value),
  );
  const base = { folder: folderOf(absolute), home: job.home };
  const services = get(withAbsolutePaths(before, base, job.tell), 'services');
  const found: Services | null =
    services?.kind === 'map' ? { fields: new Map(fieldsOf(services)), resets, file: absolute } : null;
  if (!found) {
    job.complete = false;
    job.tell('form', 'undefined-service', named.at, `${code(text)} has no services to extend.`, { of: named });
  }
  bases.set(absolute, found);
  return found;
}
