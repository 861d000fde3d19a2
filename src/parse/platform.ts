// Platforms as images and services name them: `linux/amd64`. https://github.com/containerd/platforms
const ARCHITECTURES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['i386', '386'],
  ['armhf', 'arm/v7'],
  ['arm', 'arm/v7'],
  ['arm64/v8', 'arm64'],
  ['amd64/v1', 'amd64'],
]);

/** Whether two texts name one platform; `null` when a variable decides, or one of them is not whole. */
export function samePlatform(a: string, b: string): boolean | null {
  const [one, other] = [normal(a), normal(b)];
  return one === null || other === null ? null : one === other;
}

function normal(text: string): string | null {
  const [os = '', ...rest] = text.toLowerCase().split('/');
  const architecture = rest.join('/');
  if (!/^(?:linux|windows)$/.test(os) || !/^[a-z0-9_/-]+$/.test(architecture)) return null;
  return `${os}/${ARCHITECTURES.get(architecture) ?? architecture}`;
}
