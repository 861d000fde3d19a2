import { composePath, missingBuildFile, nearest, replace, rule, usedAt, writtenOnce } from '#rule';

export default rule<{ told: 'similar' | 'all' }>({
  id: 'existing-build-files',
  on: 'project',
  title: 'The Dockerfile of a build exists',
  severity: 'error',
  category: 'reliability',
  fixes: 'unsafe',
  options: {
    properties: {
      told: {
        type: 'string',
        enum: ['similar', 'all'],
        description: 'Which missing Dockerfiles are told: those beside which one with a similar name lies, or all.',
        default: 'similar',
        wider: 'all',
      },
    },
  },
  *check(project, { options }) {
    const builds = project.composeFiles.flatMap((file) =>
      file.services.flatMap(({ build, ...service }) => {
        const missing = build && !service.get('extends') ? missingBuildFile(project, file, service.name) : null;
        return build && missing ? [{ file, build, ...missing }] : [];
      }),
    );
    for (const { file, build, path, folder, others } of writtenOnce(builds, (one) => one.build.node.range, composePath)) {
      const written = build.dockerfile;
      const near = nearest(path.slice(folder.length), others);
      if (!near && options.told === 'similar') continue;
      const shown = others.slice(0, 6).map((name) => `\`${name}\``);
      yield {
        path: file.path,
        at: written ? usedAt(written) : build.context ? usedAt(build.context) : build.entry.key.range,
        message: `There is no ${path}, so that the build stops.${near ? ` Did you mean \`${near}\`?` : shown.length > 0 ? ` Dockerfiles in this folder: ${shown.join(', ')}.` : ''}`,
        fix:
          near && written && !written.via && written.style === 'plain' && written.string.endsWith(path.slice(folder.length))
            ? {
                title: `Build with \`${near}\``,
                edits: [replace({ start: written.range.end - (path.length - folder.length), end: written.range.end }, near)],
              }
            : undefined,
      };
    }
  },
});
