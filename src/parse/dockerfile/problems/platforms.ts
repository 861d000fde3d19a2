// FROM --platform with something that is no platform: https://github.com/containerd/platforms
import type { DockerfileView } from '../dockerfile.ts';
import { variablesIn } from '../references.ts';
import { quote, type Report } from './report.ts';

const PLATFORM = /^[\w.-]+(?:\([\w.+-]*\))?(?:\/[\w.-]+){0,2}$/;

export function checkPlatforms(file: DockerfileView, report: Report): void {
  for (const { platform, from } of file.stages) {
    if (!platform?.value) continue;
    const platformName = file.scopes.byDefault(platform.value, from).value;
    if (platformName === null || PLATFORM.test(platformName)) continue;
    const variables = platform.value.includes('$');
    const names = variablesIn({ text: platform.value, escapeChar: file.escape, quotes: true });
    const undeclared = names.length > 0 && !names.some((name) => file.scopes.declares(name, from));
    const becomes = variables ? ` comes out as ${quote(platformName)}, which` : '';
    const hint = variables ? 'Declare its variables with ARG before the first FROM.' : 'Write it as linux/amd64 or linux/arm/v7.';
    const code = undeclared ? 'undeclared-platform' : 'invalid-platform';
    report(code, platform.range, `${quote(platform.value)}${becomes} is no platform.`, hint);
  }
}
