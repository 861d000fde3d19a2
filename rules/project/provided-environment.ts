import { isTemplate, neededFromOutside, rule } from '#rule';

export default rule({
  id: 'provided-environment',
  on: 'project',
  title: 'What a project needs from outside the repository is known',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  also: ['compose-go/required-variable', 'dockerfile-utils/INVALID_SIGNAL'],
  *check({ composeProjects, dockerfiles }) {
    for (const { at, message, hint } of neededFromOutside(composeProjects)) {
      yield { path: at.path, at: at.range, message: hint ? `${message} ${hint}` : message };
    }
    for (const file of dockerfiles) {
      if (isTemplate(file)) continue;
      for (const { range, message } of file.conditionalProblems) {
        const unless =
          'Unless the base image, the platform or a context given to the build says otherwise, the build stops here.';
        yield { path: file.path, at: range, message: `${message} ${unless}` };
      }
    }
  },
});
