import {
  builtServices,
  composePath,
  entryRemoval,
  itemRemoval,
  nearest,
  remove,
  replace,
  rule,
  usedContexts,
  writtenOnce,
} from '#rule';

export default rule({
  id: 'used-build-contexts',
  on: 'project',
  title: 'The build contexts that a build is given are used by its Dockerfile',
  severity: 'warning',
  category: 'consistency',
  fixes: 'safe',
  *check(project) {
    const given = [...builtServices(project).values()].flatMap((built) =>
      built.build.additionalContexts.map((context) => ({ ...built, context })),
    );
    for (const { file, build, dockerfile, context } of writtenOnce(given, (one) => one.context.nameRange, composePath)) {
      const used = usedContexts(dockerfile);
      if (!used || used.has(context.name) || context.name.includes('$')) continue;
      const near = nearest(context.name, used.names);
      const holder = build.get('additional_contexts');
      const entry = holder?.kind === 'map' ? holder.entry(context.name) : undefined;
      const cut =
        near || context.via
          ? null
          : holder?.kind === 'list'
            ? itemRemoval(file, holder.items, context.node)
            : holder?.kind === 'map' && entry
              ? entryRemoval(file, holder, entry)
              : null;
      yield {
        path: file.path,
        at: context.via ?? context.nameRange,
        message: `${dockerfile.path} takes nothing from \`${context.name}\`, so that this build context has no effect.${near ? ` Did you mean \`${near}\`?` : ''}`,
        fix:
          near && !context.via
            ? {
                title: `Call it \`${near}\`: the build then uses it`,
                safety: 'unsafe',
                edits: [replace(context.nameRange, near)],
              }
            : cut
              ? { title: `Remove \`${context.name}\``, edits: [remove(cut)] }
              : undefined,
      };
    }
  },
});
