// The inside of a job: a snapshot on standard input, its report on standard output, which file is begun on standard error.
import { writeSync } from 'node:fs';
import process from 'node:process';
import rules from '../../rules/index.ts';
import { projectChanges } from '../inspect/changes.ts';
import { sent } from '../job/received.ts';
import { snapshotShape } from '../job/snapshot-shape.ts';
import { JOB_INPUT_BYTES } from '../limits.ts';
import type { Snapshot } from '../model.ts';
import { parsers } from '../parse/parsers.ts';
import { review } from '../review.ts';

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > JOB_INPUT_BYTES) throw new Error('the snapshot is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tell(snapshot: Snapshot): (path: string) => void {
  const index = new Map(snapshot.head.map((file, at) => [file.path, at]));
  return (path) => {
    const at = index.get(path);
    if (at !== undefined) tellNow(`begin ${at}\n`);
  };
}

/** Writes to standard error before anything else happens, also while its pipe is full. */
function tellNow(line: string): void {
  for (let rest = Buffer.from(line); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(2, rest));
    } catch (error) {
      if (Object(error).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

try {
  const snapshot = snapshotShape(JSON.parse(await standardInput()));
  if (!snapshot) throw new Error('the snapshot does not have its shape');
  process.stdout.write(sent(review(snapshot, { rules, parsers, compare: projectChanges, begin: tell(snapshot) })));
} catch (error) {
  tellNow(`${error}\n`);
  process.exitCode = 1;
}
