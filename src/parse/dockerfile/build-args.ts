// Which build arguments a Dockerfile can take.
import type { Dockerfile } from './model.ts';

// https://docs.docker.com/reference/dockerfile/#predefined-args and https://docs.docker.com/reference/dockerfile/#buildkit-built-in-build-args
const PREDEFINED =
  /^(?:(?:https?|ftp|no|all)_proxy|(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)|TARGETSTAGE|SOURCE_DATE_EPOCH|(?:BUILDKIT|BUILDX)_\w+)$/i;
const DOCKERS_OWN = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/;

const declared = new WeakMap<Dockerfile, ReadonlySet<string> | null>();

/** Names that an ARG declares anywhere; `null` when images may declare more (by ONBUILD), or another frontend reads the file. */
export function declaredArguments(file: Dockerfile): ReadonlySet<string> | null {
  const known = declared.get(file);
  if (known !== undefined) return known;
  const names = namesIn(file);
  declared.set(file, names);
  return names;
}

function namesIn(file: Dockerfile): ReadonlySet<string> | null {
  const syntax = file.directives.find(({ name }) => name === 'syntax')?.value ?? 'docker/dockerfile';
  if (!DOCKERS_OWN.test(syntax) || file.stages.some(({ image }) => /onbuild/i.test(image?.text ?? ''))) return null;
  const triggered = file.instructions('ONBUILD').flatMap(({ trigger }) => (trigger?.keyword === 'ARG' ? [trigger] : []));
  return new Set([...file.instructions('ARG'), ...triggered].flatMap(({ pairs }) => pairs.map(({ name }) => name.value)));
}

/** Every build takes these, without ARG. */
export const isPredefinedArgument = (name: string): boolean => PREDEFINED.test(name);
