import { rule, usedAt, writtenOnce } from '#rule';

/** https://docs.docker.com/reference/compose-file/services/#container_name */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

export default rule({
  id: 'valid-container-name',
  on: 'compose',
  title: 'Container names are such that Docker takes',
  severity: 'error',
  category: 'schema',
  also: ['dclint/service-container-name-regex'],
  *check(file) {
    const names = file.services.flatMap(({ scalar }) => scalar('container_name') ?? []);
    for (const node of writtenOnce(names, ({ range }) => range)) {
      if (node.interpolated || NAME.test(node.string)) continue;
      yield {
        at: usedAt(node),
        message: `Docker refuses the container name \`${node.string}\`. Names have two or more letters, digits, \`_\`, \`.\` or \`-\`, and begin with a letter or digit.`,
      };
    }
  },
});
