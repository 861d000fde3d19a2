// The options of dclint's rules as options of ours.
import type { MapNode, Node } from '../parse/compose/node.ts';
import { isTrue, strings } from './equal.ts';

/** What their options of one rule say as ours, and which of them have nothing equal. */
export interface Options {
  rule: string;
  options: Record<string, unknown>;
  left: readonly string[];
}

type Translation = (value: Node) => Record<string, unknown> | null;
interface Equal {
  rule: string;
  by: Readonly<Record<string, Translation>>;
}

const word = (value: Node): string => (value.kind === 'scalar' ? value.string : '');
/** Their word for every extension. */
const EXTENSIONS = 'x-properties';

const EQUALS: Readonly<Record<string, Equal>> = {
  'no-build-and-image': {
    rule: 'no-build-and-image',
    by: { checkPullPolicy: (value) => ({ checkPullPolicy: isTrue(value) }) },
  },
  'service-image-require-explicit-tag': {
    rule: 'tagged-image',
    by: { prohibitedTags: (value) => ({ floating: strings(value) }) },
  },
  'require-quotes-in-ports': {
    rule: 'quoted-ports',
    by: {
      quoteType: (value) => (/^(?:single|double)$/.test(word(value)) ? { quotes: word(value) } : null),
      portsSections: (value) => ({ sections: strings(value) }),
    },
  },
  'top-level-properties-order': {
    rule: 'sorted-top-level-keys',
    by: { customOrder: (value) => ({ order: strings(value).map((key) => (key === EXTENSIONS ? 'x-' : key)) }) },
  },
  // Both together say one order: see `groupsAsOrder`.
  'service-keys-order': { rule: 'sorted-service-keys', by: { groups: () => ({}), groupOrder: () => ({}) } },
};

/** Theirs, in their order, where the settings say nothing else. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Core Definitions': ['image', 'build', 'container_name'],
  'Service Dependencies': ['depends_on'],
  'Data Management and Configuration': ['volumes', 'volumes_from', 'configs', 'secrets'],
  'Environment Configuration': ['environment', 'env_file'],
  Networking: ['ports', 'networks', 'network_mode', 'extra_hosts'],
  'Runtime Behavior': ['command', 'entrypoint', 'working_dir', 'restart', 'healthcheck'],
  'Operational Metadata': ['logging', 'labels'],
  'Security and Execution Context': ['user', 'isolation'],
  Other: [],
};

/** `null`: no rule of ours has any of theirs. */
export function optionsOf(id: string, map: MapNode): Options | null {
  const equal = Object.hasOwn(EQUALS, id) ? EQUALS[id] : undefined;
  if (!equal) return null;
  const left: string[] = [];
  let options: Record<string, unknown> = equal.rule === 'sorted-service-keys' ? groupsAsOrder(map) : {};
  for (const { key, value } of map.entries) {
    const said = Object.hasOwn(equal.by, key.string) ? equal.by[key.string]?.(value) : null;
    if (said) options = { ...options, ...said };
    else left.push(key.string);
  }
  return { rule: equal.rule, options, left };
}

function groupsAsOrder(map: MapNode): Record<string, unknown> {
  const [said, order] = [map.get('groups'), map.get('groupOrder')];
  if (!said && !order) return {};
  const own = said?.kind === 'map' ? said.entries.map(({ key, value }): [string, string[]] => [key.string, strings(value)]) : [];
  const groups = new Map<string, readonly string[]>([...Object.entries(GROUPS), ...own]);
  const names = order?.kind === 'list' ? strings(order) : Object.keys(GROUPS);
  return { order: names.flatMap((name) => groups.get(name) ?? []) };
}
