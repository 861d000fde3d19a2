// Which base images have curl and wget, and which surely do not. Sources, as of August 2026: the Dockerfiles of Docker's official images
// (github.com/docker-library), of github.com/dotnet/dotnet-docker and of github.com/GoogleContainerTools/distroless.
import type { ImageRef } from './image.ts';
import { officialName } from './known-images.ts';

export type Tool = 'curl' | 'wget';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** On Alpine these have the wget of BusyBox and no curl. */
const ON_ALPINE = words('alpine golang httpd memcached node postgres python redis ruby rust');
/** Their images on Debian leave both out where the tag says `slim`; else they begin with buildpack-deps, which has both. */
const SLIM = words('node python ruby rust');
const BARE = words('debian ubuntu');
const WITHOUT_SHELL = /^(?:gcr\.io\/distroless)\//;
const DOTNET = /^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps)$/;

/** `null`: nothing is known of the image. */
export function hasToolFromBase(ref: ImageRef, tool: Tool): boolean | null {
  if (ref.dynamic) return null;
  const tag = ref.tag ?? '';
  if (/windows|nanoserver|busybox|debug/.test(tag)) return null;
  const name = officialName(ref);
  if (name === 'busybox') return tool === 'wget';
  if (name !== null) return official(name, tag, tool);
  const path = `${ref.registry ?? 'docker.io'}/${ref.repository}`;
  if (WITHOUT_SHELL.test(path)) return false;
  return DOTNET.test(path) ? dotnet(tag, tool) : null;
}

function official(name: string, tag: string, tool: Tool): boolean | null {
  if (name === 'alpine' || /alpine/.test(tag)) return ON_ALPINE.has(name) ? tool === 'wget' : null;
  if (BARE.has(name)) return false;
  if (SLIM.has(name)) return !/slim/.test(tag);
  return null;
}

function dotnet(tag: string, tool: Tool): boolean | null {
  if (/alpine/.test(tag)) return tool === 'wget' && !/composite-distroless|chiseled/.test(tag);
  return /azurelinux|mariner|cbl/.test(tag) ? null : false;
}
