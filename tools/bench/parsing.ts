// Our reading of Dockerfiles and Compose projects, beside BuildKit's and Compose's own on the same files: files and megabytes a second, and peak memory.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { decode, isNotice } from '../../src/change/decode.ts';
import { parseDockerfile } from '../../src/parse/dockerfile/parse.ts';
import { time } from '../../test/oracle/ask.ts';
import { loaded } from '../../test/oracle/loaded.ts';
import { oracleProgram } from '../../test/oracle/program.ts';
import { folderSubjects, type Subject } from '../../test/oracle/subjects.ts';

const PASSES = 9;
const MEGABYTE = 1e6;

interface Measured {
  files: number;
  bytes: number;
  /** Of the fastest pass over all files. */
  seconds: number;
  /** Peak of the whole process, in bytes. */
  memory: number;
}

const NAMES = {
  dockerfile: ['Dockerfiles', 'Dockerfiles, BuildKit'],
  compose: ['Compose projects', 'Compose projects, Compose'],
} as const;

/** Prints a line for each. Every one runs in a process of its own, so that its memory is its own. */
export async function benchParsing(folder: string): Promise<void> {
  console.log('');
  const program = await oracleProgram((line) => console.error(line)).catch((error: Error) => error);
  for (const kind of ['dockerfile', 'compose'] as const) {
    const subjects = [...folderSubjects(folder)].filter((subject) => subject.kind === kind);
    if (subjects.length === 0) continue;
    const [ours, theirs] = NAMES[kind];
    print(`read ${ours}`, own(folder, kind));
    if (typeof program === 'string') print(`read ${theirs}`, await time(program, subjects, PASSES));
  }
  if (typeof program !== 'string') console.log(program.message);
}

function own(folder: string, kind: string): Measured {
  const args = ['--disable-warning=ExperimentalWarning', import.meta.filename, folder, kind];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Our parser was not measured: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

function print(name: string, { files, bytes, seconds, memory }: Measured): void {
  const cells = [
    name.padEnd(34),
    `${files} files`.padStart(12),
    `${Math.round(files / seconds)} files/s`.padStart(16),
    `${(bytes / MEGABYTE / seconds).toFixed(1)} MB/s`.padStart(12),
    `${Math.round(memory / MEGABYTE)} MB at most`.padStart(16),
  ];
  console.log(cells.join(''));
}

/** As far as the others go: instructions, flags, words, pairs, heredocs, and what is refused; the loaded project. */
function read(subject: Subject): void {
  const { kind, source } = subject;
  if (isNotice(source)) return;
  if (kind === 'compose') {
    void loaded(subject).problems.length;
    return;
  }
  const file = parseDockerfile(source);
  void file.problems.length;
  for (const instruction of file.all) void (instruction.words.length + instruction.pairs.length);
}

function measure(folder: string, kind: string): Measured {
  const subjects = [...folderSubjects(folder)].filter((subject) => subject.kind === kind);
  const bytes = subjects.reduce((sum, { path }) => sum + readFileSync(path).length, 0);
  let seconds = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < PASSES; pass++) {
    const texts = subjects.map((subject) => ({ ...subject, source: decode(subject.path, readFileSync(subject.path)) }));
    const began = performance.now();
    for (const subject of texts) read(subject);
    seconds = Math.min(seconds, (performance.now() - began) / 1000);
  }
  return { files: subjects.length, bytes, seconds, memory: process.resourceUsage().maxRSS * 1024 };
}

if (process.argv[1] === import.meta.filename) {
  const [folder = '.', kind = 'dockerfile'] = process.argv.slice(2);
  console.log(JSON.stringify(measure(folder, kind)));
}
