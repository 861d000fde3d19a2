// What must agree in a project as a whole: https://github.com/compose-spec/compose-go/blob/main/loader/validate.go

import { code } from '../../schema-words.ts';
import type { ProjectModel } from '../decode/project.ts';
import type { Tell } from '../problem.ts';
import type { MapValue } from '../value.ts';
import { checkedService, deepest, fields, projectOf, text } from './context.ts';
import { dependencyCycles } from './cycles.ts';
import { conflictingAmounts, exclusiveKeys, missingParts, repeatedMounts } from './exclusive.ts';
import { undefinedReferences } from './references.ts';

/** `complete`: everything was read, so that what is not there is defined nowhere. */
export function checkConsistency(root: MapValue, model: ProjectModel, complete: boolean, tell: Tell): void {
  const project = projectOf(root, model);
  for (const [name, service] of Object.entries(fields(model.services))) {
    const checked = checkedService(project, name, service ?? null, tell);
    if (complete) {
      missingParts(checked);
      undefinedReferences(checked);
    }
    exclusiveKeys(checked);
    conflictingAmounts(checked);
    repeatedMounts(checked);
  }
  for (const [name, secret] of Object.entries(fields(model.secrets))) {
    const { external, file, environment } = fields(secret);
    if (external || text(file) || text(environment)) continue;
    const { key, value } = deepest(root, ['secrets', name]);
    const message = `Secret ${code(name)} comes from no file and no variable.`;
    tell('consistency', 'missing-source', key, message, { hint: 'Add `file` or `environment`, or `external: true`.', of: value });
  }
  dependencyCycles(project, tell);
}
