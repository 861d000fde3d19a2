import {
  addedItem,
  builtServices,
  composePath,
  isInside,
  isTarget,
  moduleFolders,
  replace,
  rule,
  usedAt,
  writtenOnce,
} from '#rule';

const INSTALLS = /\b(?:npm|pnpm|yarn)\s+(?:-\S+\s+)*(?:ci|i|install)\b|\byarn\s*(?:&&|;|$)/;

export default rule({
  id: 'mounts-keep-modules',
  on: 'project',
  title: 'A mounted folder leaves the installed node_modules in place',
  severity: 'warning',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'unsafe',
  *check(project) {
    const mounts = [...builtServices(project).values()].flatMap(({ stage, ...built }) =>
      stage && built.whole && moduleFolders(built.dockerfile, stage).length > 0
        ? built.service.volumes.map((mount) => ({ ...built, stage, mount }))
        : [],
    );
    for (const { file, service, dockerfile, stage, mount } of writtenOnce(mounts, (one) => one.mount.range, composePath)) {
      const { target, source } = mount;
      if (mount.type !== 'bind' || !target || !source || target.text.includes('$')) continue;
      const hidden = moduleFolders(dockerfile, stage).find((path) => isInside(path, target.text));
      if (hidden === undefined) continue;
      const starts = [...service.list('command'), ...service.list('entrypoint')].map(({ string }) => string).join(' ');
      if (isTarget(service, hidden) !== false || INSTALLS.test(starts)) continue;
      const added = mount.short ? addedItem(file, service, 'volumes', hidden) : null;
      yield {
        path: file.path,
        at: usedAt(mount),
        message: `\`${source.text}\` lies over \`${hidden}\`, which ${dockerfile.path} installs: the container sees the \`node_modules\` of the host instead, where they may be missing or made for another system.`,
        subject: `services.${service.name}.volumes/${hidden}`,
        fix: added
          ? { title: `Keep \`${hidden}\` in a volume of its own`, edits: [replace(added.range, added.text)] }
          : undefined,
      };
    }
  },
});
