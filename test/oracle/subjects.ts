// What is compared: the files of folders, and the texts of case files, which are written to a folder of their own for the judge.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { decode } from '../../src/change/decode.ts';
import { kindByContent, kindOf } from '../../src/discover.ts';
import type { Kind, Notice, SourceFile } from '../../src/model.ts';

export interface Subject {
  readonly kind: Kind;
  /** For people: a path, or the name of a case. */
  readonly name: string;
  /** Where the judge finds it. */
  readonly path: string;
  /** What stands for the repository: the folder that was given, or that of the case. */
  readonly root: string;
  /** First digits of the SHA-256 of its bytes. */
  readonly hash: string;
  /** As a review reads it: or why it does not. */
  readonly source: SourceFile | Notice;
}

const NO_SETTINGS = { dockerfiles: [], composeFiles: [] };
/** Names that tell nothing: the first lines decide. */
const UNTOLD = /^[^.]*$|\.(?:ya?ml|txt)$/i;
const HASH_DIGITS = 16;

/** Every Dockerfile and Compose file in a folder, or one file. */
export function* folderSubjects(folder: string): Generator<Subject> {
  const isFolder = statSync(folder).isDirectory();
  const files = (isFolder ? listed(folder) : [folder]).map((path) => resolve(path));
  const root = resolve(isFolder ? folder : dirname(folder));
  for (const path of files.sort()) {
    const bytes = readFileSync(path);
    const kind = kindOf(path, NO_SETTINGS) ?? (UNTOLD.test(basename(path)) ? kindByContent(bytes.toString('latin1')) : null);
    if (kind) yield subject(kind, relative(root, path), path, root, bytes);
  }
}

function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)/.test(relative(folder, entry.parentPath)))
    .map((entry) => join(entry.parentPath, entry.name));
}

interface Case {
  id?: string;
  kind: Kind;
  text: string;
}

/** The texts of a case file (JSON Lines with `kind` and `text`). Each gets a folder inside of `work`. */
export function* caseSubjects(caseFile: string, work: string): Generator<Subject> {
  const lines = readFileSync(caseFile, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    const one = line.trim() === '' ? null : (JSON.parse(line) as Partial<Case>);
    if (!one || typeof one.text !== 'string' || (one.kind !== 'dockerfile' && one.kind !== 'compose')) continue;
    const name = `${basename(caseFile, '.jsonl')}:${index + 1}`;
    yield textSubject(one.kind, one.id ? `${name} (${one.id})` : name, one.text, join(work, name.replace(':', '-')));
  }
}

/** A text that lies nowhere yet: it is written to a folder. */
export function textSubject(kind: Kind, name: string, text: string, folder: string): Subject {
  const path = join(folder, kind === 'dockerfile' ? 'Dockerfile' : 'compose.yaml');
  const bytes = Buffer.from(text);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, bytes);
  return subject(kind, name, path, folder, bytes);
}

function subject(kind: Kind, name: string, path: string, root: string, bytes: Buffer): Subject {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_DIGITS);
  return { kind, name, path, root, hash, source: decode(path, bytes) };
}
