import {
  buildContextOf,
  contextOfBuild,
  contextSources,
  type Dockerfile,
  everyDockerfile,
  ignoreFilesOf,
  type Project,
  parseDockerignore,
  rule,
} from '#rule';

/** A .dockerignore beside a Dockerfile is of use only to builds of that folder. */
function contextOf(project: Project, { path }: Dockerfile): string | null {
  if (project.inline(path)) return contextOfBuild(project, path);
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return buildContextOf(project.composeFiles, path) ?? (project.has(`${folder}/.dockerignore`) ? folder : null);
}

export default rule({
  id: 'copied-files-not-ignored',
  on: 'project',
  title: 'What is copied is not kept out by .dockerignore',
  severity: 'warning',
  category: 'consistency',
  also: ['buildkit/CopyIgnoredFile'],
  *check(project) {
    for (const file of everyDockerfile(project)) {
      const context = contextOf(project, file);
      if (context === null) continue;
      const path = ignoreFilesOf(file.path, context).find((one) => project.has(one));
      const source = path === undefined ? undefined : project.source(path);
      if (!source) continue;
      const { ignores, hasExceptions, ignoresAll } = parseDockerignore(source);
      // Exceptions may bring back what lies inside of a folder.
      if (hasExceptions) continue;
      for (const instruction of file.instructions('COPY', 'ADD')) {
        for (const { word, path: copied } of contextSources(file, instruction)) {
          if (copied === '' ? !ignoresAll : !ignores(copied)) continue;
          yield {
            path: file.path,
            at: word.range,
            message: `\`${word.text}\` is not part of the build context, because ${source.path} keeps it out: ${instruction.keyword} does not find it.`,
          };
        }
      }
    }
  },
});
