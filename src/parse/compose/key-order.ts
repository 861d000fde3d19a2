// The order in which people look for the keys of a service and of a Compose file.

/** What it is, whom it needs, its data, settings and networks, how it runs, what watches it. Others stand behind them. */
const SERVICE =
  `image build container_name depends_on volumes volumes_from configs secrets environment env_file ports networks network_mode
  extra_hosts command entrypoint working_dir restart healthcheck logging labels user isolation`.split(/\s+/);
const TOP = ['version', 'name', 'include', 'services', 'networks', 'volumes', 'secrets', 'configs'];

const place = (order: readonly string[], key: string): number => {
  const at = order.indexOf(key);
  return at < 0 ? order.length : at;
};

export const serviceKeyRank = (key: string): number => place(SERVICE, key);

/** Extensions stand first: their anchors are used below. */
export const topLevelRank = (key: string): number => (key.startsWith('x-') ? -1 : place(TOP, key));
