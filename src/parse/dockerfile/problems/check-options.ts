// `# check=skip=…;error=…;experimental=…`: https://docs.docker.com/reference/dockerfile/#check
import type { DockerfileView } from '../dockerfile.ts';
import { quote, type Report } from './report.ts';

const OPTIONS = ['skip', 'error', 'experimental'];
const BOOLEAN = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
/** BuildKit splits no further; the rest belongs to the last option. */
const MAX_OPTIONS = 3;

export function checkOptions(file: DockerfileView, report: Report): void {
  for (const { name, value, valueRange } of file.directives) {
    if (name !== 'check' || value.trim() === '') continue;
    const parts = value.split(';');
    const options = [...parts.slice(0, MAX_OPTIONS - 1), parts.slice(MAX_OPTIONS - 1).join(';')].slice(0, parts.length);
    for (const option of options) {
      const equals = option.indexOf('=');
      const key = option.slice(0, Math.max(equals, 0)).trim();
      if (!OPTIONS.includes(key)) {
        report(
          'invalid-check',
          valueRange,
          `There is no check option ${quote(option.trim())}.`,
          'Write skip=…, error=… or experimental=….',
        );
      } else if (key === 'error' && !BOOLEAN.test(option.slice(equals + 1).trim())) {
        report('invalid-check', valueRange, `error is true or false, not ${quote(option.slice(equals + 1).trim())}.`);
      }
    }
  }
}
