// Services that the settings leave out of single rules: whose findings are not shown.
import type { Finding, RuleSetting } from '../model.ts';
import type { Project } from '../project.ts';
import { contains } from '../text.ts';

/** Tells of a finding whether its rule leaves out the service that it stands in. */
export function leftOut(project: Project, rules: Readonly<Record<string, RuleSetting>>): (finding: Finding) => boolean {
  const names = new Map(
    Object.entries(rules).flatMap(([id, { ignoreServices = [] }]) =>
      ignoreServices.length > 0 ? [[id, new Set(ignoreServices)]] : [],
    ),
  );
  return ({ rule, path, range }) => {
    const left = names.get(rule);
    const file = left && project.document(path);
    if (file?.kind !== 'compose') return false;
    return file.services.some(({ name, entry }) => left?.has(name) && contains(entry.range, range));
  };
}
