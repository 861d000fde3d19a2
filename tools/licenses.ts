// Licenses of the packages that the bundle contains, as those licenses ask for.
import fs from 'node:fs';
import path from 'node:path';

/** `inputs`: files of the bundle, relative to `root`. */
export function licenses(root: string, inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  return [...folders]
    .sort()
    .map((folder) => notice(path.join(root, folder)))
    .join('\n');
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const file = fs
    .readdirSync(folder)
    .sort()
    .find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : '';
  return `${name} ${version} (${license ?? 'see its text'})\n\n${text}\n\n${'-'.repeat(80)}\n`;
}
