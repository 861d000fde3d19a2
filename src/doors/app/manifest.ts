// app.yml → the manifest that GitHub registers an App from: https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** The text of app.yml of this package, wherever this file was bundled to. Throws when the package is incomplete. */
export function appYaml(from: string = import.meta.dirname): string {
  const path = join(from, 'app.yml');
  if (existsSync(path)) return readFileSync(path, 'utf8');
  if (dirname(from) === from) throw new Error('app.yml is missing from the package of Hullcheck: install it again.');
  return appYaml(dirname(from));
}

/** `hook`: where GitHub sends webhooks. `back`: where it sends the browser afterwards. */
export function manifest(yaml: string, hook: string, back: string): string {
  const asked = parse(yaml) as Record<string, unknown>;
  return JSON.stringify({ ...asked, hook_attributes: { url: hook, active: true }, redirect_url: back });
}
