// `build` of a service as JSON: https://github.com/compose-spec/compose-spec/blob/main/build.md
import { get } from '../value.ts';
import { bytes, mode } from './amounts.ts';
import { extending } from './extensions.ts';
import { hosts, mapping, strings, variables } from './mappings.ts';
import { boolean, integer, type Json, listOf, mapOf, refuse, type Shape, string, struct } from './shape.ts';

/** One number for both, or one for each. */
const ulimit: Shape = (value, tell) => {
  if (value.kind === 'scalar' && value.float) return refuse(value, 'a whole number', tell);
  if (value.kind !== 'map') return integer(value, tell) ?? {};
  const [soft, hard] = [get(value, 'soft'), get(value, 'hard')];
  const read: { [key: string]: Json } = {};
  const [softly, hardly] = [soft && integer(soft, tell), hard && integer(hard, tell)];
  if (softly !== undefined) read.soft = softly;
  if (hardly !== undefined) read.hard = hardly;
  return read;
};
export const ulimits = extending(mapOf(ulimit, {}));

/** Sockets and keys; one without a path is its name alone. */
const ssh: Shape = (value) => {
  if (value.kind !== 'map' || value.fields.size === 0) return undefined;
  return [...value.fields].map(([id, { value: path }]) => {
    return path.kind === 'scalar' && path.value !== null && path.value !== '' ? { [id]: String(path.value) } : id;
  });
};

export const build = struct({
  context: string,
  dockerfile: string,
  dockerfile_inline: string,
  entitlements: listOf(string),
  args: variables,
  provenance: string,
  sbom: string,
  ssh,
  labels: mapping,
  cache_from: strings,
  cache_to: strings,
  no_cache: boolean,
  no_cache_filter: strings,
  additional_contexts: mapping,
  pull: boolean,
  extra_hosts: hosts,
  isolation: string,
  network: string,
  target: string,
  secrets: listOf(struct({ source: string, target: string, uid: string, gid: string, mode }), {}),
  shm_size: bytes,
  tags: strings,
  ulimits,
  platforms: strings,
  privileged: boolean,
});
