// Whether a service of a loaded project can be healthy.
import type { Json } from '../parse/compose/load/decode/shape.ts';
import { hasHealthcheck } from '../parse/dockerfile/healthcheck.ts';
import { parseImage } from '../parse/image.ts';
import { knownWithoutHealthcheck } from '../parse/known-healthchecks.ts';
import type { Project } from '../project.ts';
import { dockerfileOf } from './build.ts';
import { field, fieldAt, textIn, textsIn } from './json.ts';
import type { Health } from './stack.ts';

export function healthOf(service: Json, project: Project): Health {
  const test = textsIn(fieldAt(service, 'healthcheck', 'test'));
  if (fieldAt(service, 'healthcheck', 'disable') === true || test[0] === 'NONE') return 'disabled';
  if (test.length > 0) return 'checked';
  const build = field(service, 'build');
  const image = textIn(field(service, 'image'));
  if (build !== undefined) return ofBuild(build, project);
  const ref = image === null ? null : parseImage(image);
  return ref && knownWithoutHealthcheck(ref) ? 'none' : 'unknown';
}

function ofBuild(build: Json, project: Project): Health {
  const path = dockerfileOf(build);
  const file = path === null ? undefined : project.dockerfile(path);
  if (!file) return 'unknown';
  const has = hasHealthcheck(file, textIn(field(build, 'target')));
  return has === null ? 'unknown' : has ? 'checked' : 'none';
}
