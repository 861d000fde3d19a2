import { addedEntry, oneWord, rankIn, replace, rule, runOnce, SERVICE_KEYS, wholeServices } from '#rule';

const rank = rankIn(SERVICE_KEYS);

export default rule({
  id: 'restart-policy',
  on: 'compose',
  title: 'Services come back after a failure',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'unsafe',
  *check(file) {
    const once = runOnce(file);
    for (const service of wholeServices(file)) {
      if (service.get('restart') || service.get('deploy') || once.has(service.name) || service.flag('stdin_open')) continue;
      const added = addedEntry(file, service.node, oneWord('restart', 'unless-stopped'), rank);
      yield {
        at: service.key.range,
        message: `\`${service.name}\` stays down after it fails, and after a restart of the host: it has no \`restart\`.`,
        fix: added
          ? { title: 'Set `restart: unless-stopped`: it starts again by itself', edits: [replace(added.range, added.text)] }
          : undefined,
        subject: `services.${service.name}/restart`,
      };
    }
  },
});
