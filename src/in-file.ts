// A problem of a Dockerfile that stands inside of a Compose file, told where that is written.
import type { InlineDockerfile } from './parse/inline/inline.ts';
import type { Project } from './project.ts';
import type { Problem, ProposedFix } from './rule.ts';

/** Others are as they were; `null` when it speaks of what the environment puts there. */
export function inFile(problem: Problem, project: Project): Problem | null {
  const at = problem.path === undefined ? undefined : project.inline(problem.path);
  const related = problem.related?.flatMap((one) => {
    const inline = project.inline(one.path ?? problem.path ?? '');
    const place = inline?.place(one.at);
    return inline ? (place ? [{ ...one, at: place, path: inline.file.path }] : []) : [one];
  });
  if (!at) return related && project.inlines.length > 0 ? { ...problem, related } : problem;
  const place = at.place(problem.at);
  if (!place) return null;
  const { fix, ...rest } = problem;
  const placed = fix && placedFix(fix, at, project);
  return {
    ...rest,
    path: at.file.path,
    at: place,
    subject: `services.${at.service}.build.dockerfile_inline/${problem.subject ?? at.dockerfile.subject(problem.at)}`,
    ...(related && { related }),
    ...(placed && { fix: placed }),
  };
}

/** All edits or none. */
function placedFix(fix: ProposedFix, own: InlineDockerfile, project: Project): ProposedFix | null {
  const edits: ProposedFix['edits'][number][] = [];
  for (const edit of fix.edits) {
    const inline = edit.path === undefined ? own : project.inline(edit.path);
    const placed = inline ? inline.edit(edit.range, edit.text) : edit;
    if (!placed) return null;
    edits.push(inline ? { ...placed, path: inline.file.path } : edit);
  }
  return { ...fix, edits };
}
