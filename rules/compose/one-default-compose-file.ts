import { rule } from '#rule';

/** In the order in which Compose looks for them: https://docs.docker.com/compose/intro/compose-application-model/ */
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

export default rule({
  id: 'one-default-compose-file',
  on: 'compose',
  title: 'A folder has one Compose file that is taken by itself',
  severity: 'warning',
  category: 'consistency',
  also: ['compose-go/several-files'],
  *check(file, { project }) {
    const slash = file.path.lastIndexOf('/') + 1;
    const rank = NAMES.indexOf(file.path.slice(slash));
    const taken = NAMES.slice(0, Math.max(rank, 0)).find((name) => project.has(file.path.slice(0, slash) + name) === true);
    const first = file.root?.entry('services') ?? file.root?.entries[0];
    if (taken === undefined || !first) return;
    yield {
      at: first.key.range,
      message: `\`docker compose up\` takes \`${taken}\` of this folder and leaves this file aside, with a warning about the two. Give one of them another name, or remove it.`,
    };
  },
});
