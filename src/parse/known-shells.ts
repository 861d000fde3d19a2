// Which program /bin/sh is in well-known images. Sources, as of August 2026: the Dockerfiles of Docker's official images (github.com/docker-library/official-images)
// and the distributions' manuals: Debian and Ubuntu link dash, Alpine BusyBox, those with rpm Bash.
import type { ImageRef } from './image.ts';

export type KnownShell = 'dash' | 'busybox' | 'bash';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Official images on Debian or Ubuntu, as far as their tag names no other base. */
const DEBIAN =
  words(`debian ubuntu buildpack-deps node python golang ruby perl php rust gcc httpd nginx postgres redis haskell julia r-base erlang elixir
  openjdk eclipse-temurin tomcat jetty maven gradle wordpress drupal mariadb mongo rabbitmq haproxy pypy swift clojure groovy hylang rakudo-star dart ghost nextcloud`);
const BUSYBOX = words('alpine busybox docker caddy traefik composer');
const BASH = words(
  'fedora centos rockylinux almalinux oraclelinux amazonlinux archlinux photon sl mageia clefos amazoncorretto mysql',
);
/** Parts of tags that name another base than the usual one. */
const OTHER_BASE =
  /alpine|musl|busybox|ubi|redhat|rhel|amazon|al20|oracle|ol\d|fedora|centos|nanoserver|windows|azurelinux|mariner|distroless|chiseled|photon/;

/** `null` for an image that nothing is known about. */
export function knownShell(ref: ImageRef): KnownShell | null {
  if (ref.dynamic && /\$/.test(`${ref.repository}${ref.tag ?? ''}`)) return null;
  const tag = ref.tag ?? '';
  if (ref.official) {
    if (/alpine|busybox/.test(tag) || BUSYBOX.has(ref.name)) return /nanoserver|windows/.test(tag) ? null : 'busybox';
    if (DEBIAN.has(ref.name)) return OTHER_BASE.test(tag) ? null : 'dash';
    return BASH.has(ref.name) && !/debian/.test(tag) ? 'bash' : null;
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
