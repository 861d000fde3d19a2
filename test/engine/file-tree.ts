// What an image holds, without times: each path with its kind, mode, owner and content, read from `docker export`.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { docker } from './image.ts';

const BLOCK = 512;
const MAX_EXPORT = 2 ** 30;
/** Lists and caches, which fixes leave out of images on purpose, and what the engine puts into every container. */
const LEFT_OUT =
  /^(?:var\/lib\/apt\/lists\/|var\/cache\/|root\/\.cache\/|\.dockerenv$|etc\/(?:hosts|hostname|resolv\.conf|mtab)$|proc\/|sys\/|dev\/)/;

/** `path → "type mode owner digest"`. */
export function fileTree(image: string): Map<string, string> {
  const container = docker('create', image, 'true');
  try {
    return entries(execFileSync('docker', ['export', container], { maxBuffer: MAX_EXPORT }));
  } finally {
    docker('rm', '--force', container);
  }
}

/** How containers of an image are started; labels only describe it. */
export function startConfiguration(image: string): Record<string, unknown> {
  const { Labels, Image, Hostname, Container, ...config } = JSON.parse(
    docker('image', 'inspect', '--format', '{{json .Config}}', image),
  );
  return config;
}

/** Entries of a tar archive in the pax format: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */
function entries(archive: Buffer): Map<string, string> {
  const tree = new Map<string, string>();
  let long: { path?: string; linkpath?: string } = {};
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + BLOCK);
    const field = (start: number, length: number) =>
      header
        .toString('utf8', start, start + length)
        .replace(/\0.*$/s, '')
        .trim();
    const size = Number.parseInt(field(124, 12), 8) || 0;
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    const type = field(156, 1);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'x' || type === 'g') {
      if (type === 'x') long = paxRecords(content.toString('utf8'));
      continue;
    }
    const prefix = field(345, 155);
    const path = long.path ?? (prefix ? `${prefix}/${field(0, 100)}` : field(0, 100));
    const link = long.linkpath ?? field(157, 100);
    const digest = link || createHash('sha256').update(content).digest('hex');
    if (!LEFT_OUT.test(path)) tree.set(path, `${type} ${field(100, 8)} ${field(108, 8)}:${field(116, 8)} ${digest}`);
    long = {};
  }
  return tree;
}

const paxRecords = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^\d+ ([^=\n]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
