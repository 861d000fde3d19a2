// Platforms that base images are offered for, where that is known and steady. Source, as of August 2026: "Architectures" in
// github.com/docker-library/official-images, and the tags of mcr.microsoft.com/windows.
import type { ImageRef } from './image.ts';
import { officialName } from './known-images.ts';

/** Official images that exist for these two only. */
const SERVERS: ReadonlySet<string> = new Set(
  `amazonlinux arangodb clickhouse couchbase crate elasticsearch kibana logstash mongo mysql neo4j oraclelinux sonarqube swift`.split(
    ' ',
  ),
);
const ONLY_AMD64: ReadonlySet<string> = new Set(['archlinux', 'rocket.chat']);
/** Official images some of whose tags are for Windows. */
const WINDOWS: ReadonlySet<string> = new Set(
  `adoptopenjdk caddy docker eclipse-temurin golang hello-world influxdb maven mongo openjdk python rust swift traefik`.split(
    ' ',
  ),
);
const NAMES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['arm64/v8', 'arm64'],
  ['i386', '386'],
  ['armhf', 'arm/v7'],
]);

/** The platforms of an image that is not offered for this one; `null` when it is, or may be. */
export function offeredPlatforms(ref: ImageRef, platform: string): readonly string[] | null {
  const [os = '', ...rest] = platform.toLowerCase().split('/');
  const architecture = NAMES.get(rest.join('/')) ?? rest.join('/');
  if (ref.dynamic || (os !== 'linux' && os !== 'windows') || architecture === '') return null;
  if (ref.registry === 'mcr.microsoft.com' && /^windows(?:\/|$)/.test(ref.repository))
    return os === 'linux' ? ['windows/amd64'] : null;
  const name = officialName(ref);
  if (name === null) return null;
  if (os === 'windows') return WINDOWS.has(name) ? null : ['linux'];
  const offered = ONLY_AMD64.has(name) ? ['amd64'] : SERVERS.has(name) ? ['amd64', 'arm64'] : null;
  return offered && !offered.includes(architecture) ? offered.map((one) => `linux/${one}`) : null;
}
