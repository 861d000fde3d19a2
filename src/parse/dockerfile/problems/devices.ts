// RUN --device, which only frontends with experiments take: https://docs.docker.com/reference/dockerfile/#run---device
import type { DockerfileView } from '../dockerfile.ts';
import type { Report } from './report.ts';

export function checkDevices(file: DockerfileView, report: Report): void {
  if (file.directives.some(({ name }) => name === 'syntax')) return;
  for (const { flags } of file.instructions('RUN')) {
    for (const flag of flags) {
      if (flag.name !== 'device' || flag.value === null) continue;
      const hint = 'Write # syntax=docker/dockerfile:1-labs as the first line.';
      report('experimental-flag', flag.range, 'Only experimental versions of the Dockerfile syntax know --device.', hint);
    }
  }
}
