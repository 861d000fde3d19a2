// Platforms that base images are offered for, where that is known and steady: official images from the data, and mcr.microsoft.com/windows.
import { imageFacts } from './base-images.ts';
import type { ImageRef } from './image.ts';
import { officialName } from './known-images.ts';

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
  const facts = imageFacts.get(name);
  if (os === 'windows') return facts?.windows ? null : ['linux'];
  const offered = facts?.architectures;
  return offered && !offered.includes(architecture) ? offered.map((one) => `linux/${one}`) : null;
}
