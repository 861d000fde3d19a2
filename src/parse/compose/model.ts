// One Compose file as rules see it: services and top-level items in one view over short and long syntaxes, each part with its place.
import type { Range, SourceFile } from '../../model.ts';
import type { ImageRef } from '../image.ts';
import type { Entry, MapNode, Node, ScalarNode } from './node.ts';

export type { Entry, ListNode, MapNode, Node, ScalarNode, ScalarStyle, Yaml11Trap } from './node.ts';
export { usedAt } from './node.ts';

export interface ComposeProblem {
  range: Range;
  message: string;
  /** Short kebab word: `duplicate-key`, `alias-limit`, `not-a-map`, … */
  code: string;
  hint?: string;
  /** Where the offending text is written, when `range` is only where it is used; or its first occurrence. */
  related?: { range: Range; message: string };
}

/** `newer-key`: the specification has the key, Compose versions of before 2026 do not. `version-1`: services stand at the top level. */
export type SchemaProblemKind =
  | 'unknown-key'
  | 'newer-key'
  | 'wrong-type'
  | 'wrong-value'
  | 'missing-key'
  | 'duplicate-item'
  | 'version-1';

export interface SchemaProblem {
  kind: SchemaProblemKind;
  /** The exact key or value; at the alias when it came through one. */
  range: Range;
  message: string;
  hint?: string;
  /** Key path of what is wrong, list items by index: `['services', 'web', 'ports', '0']`. */
  keys: readonly string[];
  /** Text that would be right in place of `range`: the nearest known word, the value in quotes. Absent behind an alias. */
  suggestion?: { text: string; range: Range };
  /** Where it is written, when `range` is an alias. */
  writtenAt?: Range;
}

/** A piece of text inside a scalar, or a whole one. */
export interface Part {
  text: string;
  range: Range;
  /** Present when it came through an alias: then it must not be edited in place. */
  via?: Range;
}

export interface PortSpan {
  from: number;
  to: number;
}

export interface Port {
  node: Node;
  /** `'8080:80'` in contrast to a map. */
  short: boolean;
  range: Range;
  via?: Range;
  hostIp: Part | null;
  /** On the host. `null`: not given, Docker chooses one. */
  published: (Part & { ports: PortSpan | null }) | null;
  /** In the container. `ports` is `null` where the environment decides or the text is no port. */
  target: (Part & { ports: PortSpan | null }) | null;
  /** `tcp` unless written. */
  protocol: string;
  mode: string | null;
}

export type MountType = 'bind' | 'volume' | 'tmpfs' | 'npipe' | 'cluster' | 'image';

export interface Mount {
  node: Node;
  short: boolean;
  range: Range;
  via?: Range;
  /** By the source's form in short syntax. `null`: the environment decides, or the type is none that exists. */
  type: MountType | null;
  /** Path on the host, or name of a volume. `null`: anonymous. */
  source: Part | null;
  target: Part | null;
  readOnly: boolean;
  /** Of short syntax, the comma-separated words after the second colon: `ro`, `z`, `rshared`, … */
  modes: readonly Part[];
  /** `bind.propagation`, or the word of short syntax. */
  propagation: Part | null;
}

/** One name of `environment`, `args`, `labels` or another list or map of `NAME=value`. */
export interface Variable {
  name: string;
  nameRange: Range;
  /** `null`: taken from the environment. */
  value: string | null;
  valueRange: Range | null;
  form: 'list' | 'map';
  /** The list item, or the map's entry. */
  range: Range;
  via?: Range;
  /** The scalar that holds the value (in the list form: name and value). */
  node: Node;
}

/** A service's use of a network, volume, secret, config or model. */
export interface Reference {
  name: string;
  /** The scalar that names it. */
  node: ScalarNode;
  /** What the long syntax says besides. */
  options: MapNode | null;
}

export interface EnvFile {
  path: ScalarNode;
  required: boolean;
  format: string | null;
}

export interface Dependency {
  name: string;
  node: ScalarNode;
  condition: string;
  /** `null` in the short syntax. */
  conditionNode: ScalarNode | null;
  required: boolean;
  short: boolean;
}

export interface Build {
  node: MapNode | ScalarNode;
  entry: Entry;
  /** `null`: the current directory. */
  context: ScalarNode | null;
  /** Relative to the context; `null`: `Dockerfile`. */
  dockerfile: ScalarNode | null;
  dockerfileInline: ScalarNode | null;
  target: ScalarNode | null;
  args: readonly Variable[];
  secrets: readonly Reference[];
  additionalContexts: readonly Variable[];
  get(key: string): Node | undefined;
}

export interface Healthcheck {
  node: MapNode;
  entry: Entry;
  /** `disable: true` or `test: NONE`. */
  disabled: boolean;
  test: Node | null;
  /** `none`, `cmd` (words), `shell` (one string for the shell); `null`: no test, or no form that exists. */
  form: 'none' | 'cmd' | 'shell' | null;
  /** Of `cmd` the words after `CMD`; of `shell` the one text. */
  words: readonly ScalarNode[];
}

export interface Service {
  name: string;
  key: ScalarNode;
  entry: Entry;
  /** `null`: the service is no map. */
  node: MapNode | null;
  get(key: string): Node | undefined;
  entryOf(key: string): Entry | undefined;
  scalar(key: string): ScalarNode | null;
  /** Scalars of a list, or of a single scalar where both are allowed. */
  list(key: string): readonly ScalarNode[];
  /** `true`, `false`, `'true'`, `'false'`, or the default of `${…}`; else `null`. */
  flag(key: string): boolean | null;
  /** Names and values of a list or a map: `labels`, `annotations`, `sysctls`, `extra_hosts`. */
  variables(key: string): readonly Variable[];
  /** `ref` is of the variables' defaults where all have one; its ranges lie in `ref.text`, which then differs from `text`. */
  readonly image: { node: ScalarNode; text: string; ref: ImageRef | null } | null;
  readonly build: Build | null;
  readonly ports: readonly Port[];
  readonly volumes: readonly Mount[];
  readonly environment: readonly Variable[];
  readonly envFiles: readonly EnvFile[];
  readonly networks: readonly Reference[];
  readonly secrets: readonly Reference[];
  readonly configs: readonly Reference[];
  readonly dependsOn: readonly Dependency[];
  readonly healthcheck: Healthcheck | null;
  /** Names of `profiles`; empty: always started. */
  readonly profiles: readonly string[];
}

/** An item of the top-level `networks`, `volumes`, `secrets`, `configs` or `models`. */
export interface TopLevel {
  name: string;
  key: ScalarNode;
  entry: Entry;
  node: Node;
  external: boolean;
  get(key: string): Node | undefined;
}

export interface Compose {
  readonly kind: 'compose';
  readonly path: string;
  readonly source: SourceFile;
  /** Start offset of each line. */
  readonly starts: readonly number[];
  /** What keeps the file from being read as it stands: YAML errors, duplicate keys, alias limits. */
  readonly problems: readonly ComposeProblem[];
  /** The document's map; of several documents the first map. `null`: there is none. */
  readonly root: MapNode | null;
  /** Every document of the file, in order; Compose merges later ones into the first. */
  readonly documents: readonly Node[];
  /** The file is of Compose version 1: services stand at the top level. */
  readonly legacy: boolean;
  /** It can't be loaded alone: its name says override, or a service has nothing to run. */
  readonly fragment: boolean;
  readonly name: ScalarNode | null;
  readonly services: readonly Service[];
  service(name: string): Service | undefined;
  readonly networks: readonly TopLevel[];
  readonly volumes: readonly TopLevel[];
  readonly secrets: readonly TopLevel[];
  readonly configs: readonly TopLevel[];
  readonly models: readonly TopLevel[];
  /** Paths and addresses that `include` names. */
  readonly includes: readonly ScalarNode[];
  /** What Compose's schema refuses; computed once, when first asked. */
  schemaProblems(): readonly SchemaProblem[];
  /** What stands at a place, without line numbers: key path, then the text: `services.web.ports/8080:80`. */
  subject(range: Range): string;
}
