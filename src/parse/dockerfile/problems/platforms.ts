// FROM --platform with something that is no platform: https://github.com/containerd/platforms
import type { DockerfileView } from '../dockerfile.ts';
import { variablesIn } from '../references.ts';
import { type Build, quote, type Report } from './report.ts';

const PLATFORM = /^[\w.-]+(?:\([\w.+-]*\))?(?:\/[\w.-]+){0,2}$/;

/** One word alone must be a known system or architecture. */
const ALONE = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd openbsd plan9 solaris windows zos ' +
    '386 aarch64 amd64 amd64p32 arm arm64 arm64be armbe armel armhf i386 loong64 mips mips64 mips64le mips64p32 mips64p32le mipsle ' +
    'ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm x86-64 x86_64'
  ).split(' '),
);

export function checkPlatforms(file: DockerfileView, report: Report, build: Build): void {
  for (const { platform, from } of file.stages) {
    if (!platform?.value) continue;
    const platformName = build.evaluate(platform.value, from).value;
    if (platformName === null || isPlatform(platformName)) continue;
    const variables = platform.value.includes('$');
    const names = variablesIn({ text: platform.value, escapeChar: file.escape, quotes: true });
    const undeclared = names.length > 0 && !names.some((name) => file.scopes.declares(name, from));
    const becomes = variables ? ` comes out as ${quote(platformName)}, which` : '';
    const hint = variables ? 'Declare its variables with ARG before the first FROM.' : 'Write it as linux/amd64 or linux/arm/v7.';
    const code = undeclared ? 'undeclared-platform' : 'invalid-platform';
    report(code, platform.range, `${quote(platform.value)}${becomes} is no platform.`, hint);
  }
}

const isPlatform = (text: string): boolean =>
  PLATFORM.test(text) && (text.includes('/') || ALONE.has(text.replace(/\(.*/, '').toLowerCase()));
