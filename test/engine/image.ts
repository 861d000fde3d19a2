// Our image at a real engine, and one that misbehaves in its place.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs the docker command line and gives what it says. */
export const docker = (...args: string[]): string =>
  execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

const HOW =
  'These tests need Docker Engine and our image: start an engine, run "docker build -t NAME ." and set HULLCHECK_IMAGE=NAME. .ci/run does all of it.';

/** The image that `HULLCHECK_IMAGE` names; throws with the way to get it when it or the engine is missing. */
export function ourImage(): string {
  const image = process.env.HULLCHECK_IMAGE ?? '';
  if (image === '') throw new Error(HOW);
  try {
    docker('image', 'inspect', image);
  } catch (error) {
    throw new Error(HOW, { cause: error });
  }
  return image;
}

/** Builds an image on ours whose job does what the texts of its files tell it to. Returns its name. */
export function misbehavingImage(image: string): string {
  const name = `hullcheck-misbehaving-${process.pid}`;
  const folder = mkdtempSync(join(tmpdir(), 'hullcheck-engine-'));
  const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  writeFileSync(join(folder, 'job.js'), stripTypeScriptTypes(readFileSync(beside('../job/stand-in.ts'), 'utf8')));
  copyFileSync(beside('misbehaving.Dockerfile'), join(folder, 'Dockerfile'));
  docker('build', '--quiet', '--network', 'none', '--build-arg', `IMAGE=${image}`, '--tag', name, folder);
  rmSync(folder, { recursive: true });
  return name;
}
