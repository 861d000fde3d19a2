// Labels that `label_file` names, under those that the service itself has.

import { readEnvFile } from './env-file.ts';
import { textFile } from './follow.ts';
import { untracked } from './include.ts';
import type { Job } from './job.ts';
import { mapFields } from './map-values.ts';
import { printed } from './number.ts';
import { type Field, fieldsOf, get, isNull, itemsOf, type MapValue, scalar, stringOf, type Value, withField } from './value.ts';

export function withLabels(job: Job, root: MapValue): MapValue {
  const services = get(root, 'services');
  if (services?.kind !== 'map') return root;
  return withField(
    root,
    'services',
    mapFields(services, (one) => (one.kind === 'map' ? labelled(job, one) : one)),
  );
}

function labelled(job: Job, service: MapValue): MapValue {
  const files = itemsOf(get(service, 'label_file'));
  if (files.length === 0) return service;
  const labels = new Map<string, Field>();
  for (const named of files) {
    const text = stringOf(named) ?? '';
    if (text === '') job.tell('read', 'missing-file', named.at, 'This names no file of labels.', { of: named });
    if (text === '') continue;
    const file = textFile(job, named.at, text, text, () => untracked(job, named, text));
    if (!file) continue;
    const { variables, problem } = readEnvFile(file, (name) => stringOf(labels.get(name)?.value));
    for (const [name, { value, range }] of variables) {
      const at = { path: file.path, range };
      labels.set(name, { key: at, value: scalar(value, at) });
    }
    if (problem) job.tell('read', 'env-file', { path: file.path, range: problem.range }, problem.message);
  }
  const own = get(service, 'labels');
  for (const [name, field] of ownLabels(own)) labels.set(name, field);
  return withField(service, 'labels', { kind: 'map', fields: labels, at: own?.at ?? service.at });
}

function ownLabels(labels: Value | undefined): [string, Field][] {
  const fromMap = [...fieldsOf(labels)].map(([name, field]): [string, Field] => {
    const value = isNull(field.value) ? scalar('', field.value.at) : field.value;
    return [name, { key: field.key, value }];
  });
  const fromList = itemsOf(labels).map((item): [string, Field] => {
    const text = item.kind === 'scalar' ? printed(item) : '';
    const equals = text.indexOf('=');
    const [name, value] = equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
    return [name, { key: item.at, value: scalar(value, item.at) }];
  });
  return [...fromMap, ...fromList];
}
