// Whether a file is for `docker stack deploy`: it says things that only Swarm acts on.
import type { Compose, Service } from './model.ts';

/** Keys of `deploy` that Compose itself does not read: https://docs.docker.com/reference/compose-file/deploy/ */
const ONLY_SWARM = ['placement', 'update_config', 'rollback_config', 'endpoint_mode'];
const NAMED = /(?:^|[/._-])(?:stacks?|swarm)(?=[/._-])|[._-]deploy[._-][^/]*$/i;

export function isForSwarm(file: Compose): boolean {
  if (NAMED.test(file.path.slice(-4096))) return true;
  const overlay = file.networks.some(({ get }) => {
    const driver = get('driver');
    return driver?.kind === 'scalar' && driver.string === 'overlay';
  });
  return overlay || file.services.some(hasSwarmKeys);
}

function hasSwarmKeys(service: Service): boolean {
  const deploy = service.get('deploy');
  if (deploy?.kind !== 'map') return false;
  const mode = deploy.get('mode');
  return ONLY_SWARM.some((key) => deploy.get(key)) || (mode?.kind === 'scalar' && mode.string === 'global');
}
