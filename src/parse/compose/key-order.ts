// The order in which people look for the keys of a service and of a Compose file.

/** What it is, whom it needs, its data, settings and networks, how it runs, what watches it. Others stand behind them. */
export const SERVICE_KEYS: readonly string[] =
  `image build container_name depends_on volumes volumes_from configs secrets environment env_file ports networks network_mode
  extra_hosts command entrypoint working_dir restart healthcheck logging labels user isolation`.split(/\s+/);

/** Stands for every extension. */
const EXTENSION = 'x-';
/** Extensions stand first: their anchors are used below. */
export const TOP_LEVEL_KEYS: readonly string[] = [
  EXTENSION,
  'version',
  'name',
  'include',
  'services',
  'networks',
  'volumes',
  'secrets',
  'configs',
];

/** Where a key belongs in an order; those that it does not name, at the end. */
export function rankIn(order: readonly string[]): (key: string) => number {
  const places = new Map(order.map((key, at) => [key, at]));
  return (key) => places.get(key) ?? (key.startsWith(EXTENSION) ? places.get(EXTENSION) : undefined) ?? order.length;
}
