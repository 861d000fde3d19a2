// Which program /bin/sh is in well-known images: official ones from the data, others from the distributions' manuals: Debian and Ubuntu link dash, Alpine BusyBox, those with rpm Bash.
import { imageFacts } from './base-images.ts';
import type { ImageRef } from './image.ts';

export type KnownShell = 'dash' | 'busybox' | 'bash';

/** Parts of tags that name another base than the usual one. */
const OTHER_BASE =
  /alpine|musl|busybox|ubi|redhat|rhel|amazon|al20|oracle|ol\d|fedora|centos|nanoserver|windows|azurelinux|mariner|distroless|chiseled|photon/;

/** `null` for an image that nothing is known about. */
export function knownShell(ref: ImageRef): KnownShell | null {
  if (ref.dynamic && /\$/.test(`${ref.repository}${ref.tag ?? ''}`)) return null;
  const tag = ref.tag ?? '';
  if (ref.official) {
    const shell = imageFacts.get(ref.name)?.shell;
    if (/alpine|busybox/.test(tag) || shell === 'busybox') return /nanoserver|windows/.test(tag) ? null : 'busybox';
    if (shell === 'dash') return OTHER_BASE.test(tag) ? null : 'dash';
    return shell === 'bash' && !/debian/.test(tag) ? 'bash' : null;
  }
  return knownVendor(`${ref.registry ?? 'docker.io'}/${ref.repository}`, tag);
}

function knownVendor(path: string, tag: string): KnownShell | null {
  if (/^docker\.io\/nvidia\/cuda$/.test(path)) return /ubuntu|debian/.test(tag) ? 'dash' : null;
  if (/^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps|sdk)$/.test(path))
    return /alpine/.test(tag)
      ? 'busybox'
      : /^\d+\.\d+(?:-(?:bookworm|bullseye|jammy|noble|trixie)-?\w*)?$/.test(tag)
        ? 'dash'
        : null;
  const red =
    /^registry\.access\.redhat\.com\/ubi\d+|^docker\.io\/(?:rockylinux|almalinux|opensuse)\/|^quay\.io\/(?:centos|fedora)\//;
  return red.test(path) ? 'bash' : null;
}
