// Standard output and error written at once, without starting Node's streams: that alone takes a fifth of a short run.
import fs from 'node:fs';
import process from 'node:process';

const STREAMS = { 1: () => process.stdout, 2: () => process.stderr };

/** Resolves when all is written. A reader that went away is no error. */
export async function write(descriptor: 1 | 2, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += fs.writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = Object(error) as { code?: unknown };
      if (code === 'EPIPE' || code === 'EOF') return;
      // A pipe that does not block and is full: the stream waits until it is read.
      if (code === 'EAGAIN') return await queue(descriptor, bytes.subarray(at));
      throw error;
    }
  }
}

function queue(descriptor: 1 | 2, bytes: Uint8Array): Promise<void> {
  const stream = STREAMS[descriptor]();
  return new Promise((done, fail) => {
    const told = (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? done() : fail(error));
    stream.once('error', told);
    stream.write(bytes, (error) => {
      // What goes wrong is told behind this.
      if (error) return;
      stream.off('error', told);
      done();
    });
  });
}

/** Columns, where it is a terminal. */
export function columns(descriptor: 1 | 2): number | undefined {
  try {
    const stat = fs.fstatSync(descriptor);
    if (!stat.isCharacterDevice() || stat.rdev === fs.statSync('/dev/null').rdev) return undefined;
  } catch {
    // No such device here: the stream knows.
  }
  const stream = STREAMS[descriptor]();
  return stream.isTTY ? stream.columns : undefined;
}
