import { distinctProblems, type LoadProblem, rule, toldOfFile } from '#rule';

export default rule({
  id: 'loadable-compose',
  on: 'project',
  title: 'Compose can load the project with all the files that belong to it',
  severity: 'error',
  category: 'consistency',
  also: [
    'compose-go/file.missing',
    'compose-go/semantic.conflicting-attributes',
    'compose-go/semantic.cycle',
    'compose-go/semantic.duplicate',
    'compose-go/semantic.env-whitespace',
    'compose-go/semantic.invalid-ip',
    'compose-go/semantic.undefined-reference',
  ],
  *check({ composeProjects, document }) {
    const composeFile = (path: string) => {
      const file = document(path);
      return file?.kind === 'compose' ? file : undefined;
    };
    const problems = composeProjects.flatMap((project): readonly LoadProblem[] =>
      project.problems.filter(
        (one) => one.cause === 'file' && !/podman/i.test(one.at.path) && !toldOfFile(one, project, composeFile(one.at.path)),
      ),
    );
    for (const { at, message, hint, related } of distinctProblems(problems)) {
      const others = [
        ...(at.via ? [{ at: { path: at.path, range: at.via }, message: 'It is used here.' }] : []),
        ...(related ? [related] : []),
      ];
      yield {
        path: at.path,
        at: at.range,
        message: hint ? `${message} ${hint}` : message,
        related: others.map((one) => ({ path: one.at.path, at: one.at.range, message: one.message })),
      };
    }
  },
});
