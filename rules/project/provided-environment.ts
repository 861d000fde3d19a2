import { neededFromOutside, rule } from '#rule';

export default rule({
  id: 'provided-environment',
  on: 'project',
  title: 'What a project needs from outside the repository is known',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  also: ['compose-go/required-variable'],
  *check({ composeProjects }) {
    for (const { at, message, hint } of neededFromOutside(composeProjects)) {
      yield { path: at.path, at: at.via ?? at.range, message: hint ? `${message} ${hint}` : message };
    }
  },
});
