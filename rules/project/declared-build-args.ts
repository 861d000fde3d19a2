import {
  type Build,
  builtServices,
  type Compose,
  composePath,
  declaredArguments,
  entryRemoval,
  isPredefinedArgument,
  itemRemoval,
  nearest,
  remove,
  replace,
  rule,
  type Variable,
  writtenOnce,
} from '#rule';

/** Cuts the argument away, or all of `args` when it is the only one. */
function removal(file: Compose, build: Build, arg: Variable) {
  const args = build.get('args');
  if (args?.kind === 'list') {
    const own = itemRemoval(file, args.items, arg.node);
    if (own || args.items.length > 1) return own;
  } else if (args?.kind === 'map') {
    const entry = args.entry(arg.name);
    if (entry && args.entries.length > 1) return entryRemoval(file, args, entry);
  }
  const whole = build.node.kind === 'map' ? build.node.entry('args') : undefined;
  return whole && build.node.kind === 'map' && !args?.via ? entryRemoval(file, build.node, whole) : null;
}

export default rule({
  id: 'declared-build-args',
  on: 'project',
  title: 'Build arguments are declared in the Dockerfile',
  severity: 'warning',
  category: 'consistency',
  fixes: 'safe',
  *check(project) {
    const given = [...builtServices(project).values()].flatMap((built) => built.build.args.map((arg) => ({ ...built, arg })));
    for (const { file, build, dockerfile, arg } of writtenOnce(given, (one) => one.arg.nameRange, composePath)) {
      const declared = declaredArguments(dockerfile);
      if (!declared || declared.has(arg.name) || isPredefinedArgument(arg.name) || arg.name.includes('$')) continue;
      const near = nearest(arg.name, declared);
      const cut = near || arg.via ? null : removal(file, build, arg);
      yield {
        path: file.path,
        at: arg.nameRange,
        message: `${dockerfile.path} has no \`ARG ${arg.name}\`, so that the build ignores it.${near ? ` Did you mean \`${near}\`?` : ''}`,
        fix:
          near && !arg.via
            ? {
                title: `Pass it as \`${near}\`: the build then uses it`,
                safety: 'unsafe',
                edits: [replace(arg.nameRange, near)],
              }
            : cut
              ? { title: `Remove \`${arg.name}\``, edits: [remove(cut)] }
              : undefined,
      };
    }
  },
});
