import { rule, usedAt, writtenOnce } from '#rule';

/** What containers have a copy of; Docker refuses all others: https://docs.docker.com/reference/cli/docker/container/run/#sysctl */
const OWN = /^(?:kernel\.(?:msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced|domainname)|fs\.mqueue\..+|net\..+)$/;
const OF_NETWORK = /^net\./;

export default rule({
  id: 'namespaced-sysctls',
  on: 'compose',
  title: 'Kernel settings are such that a container has of its own',
  severity: 'error',
  category: 'consistency',
  *check(file) {
    const settings = file.services.flatMap(({ scalar, variables }) =>
      // Runtimes with a kernel of their own decide by themselves.
      scalar('runtime') ? [] : variables('sysctls').map((one) => ({ ...one, network: scalar('network_mode')?.string })),
    );
    for (const { name, nameRange, via, network } of writtenOnce(settings, (one) => one.nameRange)) {
      const key = name.replaceAll('/', '.');
      if (key.includes('$') || (OWN.test(key) && !(OF_NETWORK.test(key) && network === 'host'))) continue;
      yield {
        at: usedAt({ range: nameRange, ...(via && { via }) }),
        message: OWN.test(key)
          ? `With \`network_mode: host\` there is only the host's \`${name}\`, which a container must not set: Docker refuses to start it. Set it on the host.`
          : `\`${name}\` holds for the whole host, so that Docker refuses to start a container that sets it. Set it on the host, as with \`sysctl -w\`.`,
      };
    }
  },
});
