// The files of a folder as a Compose project asks for them: read from the disk when they are first wanted.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decode, isNotice } from '../../src/change/decode.ts';
import type { SourceFile } from '../../src/model.ts';
import type { Files } from '../../src/parse/compose/load/job.ts';
import type { Compose } from '../../src/parse/compose/model.ts';
import { parseCompose } from '../../src/parse/compose/parse.ts';

/** Paths count from the folder. */
export function filesIn(folder: string): Files {
  const texts = new Map<string, SourceFile | undefined>();
  const parsed = new Map<string, Compose | undefined>();
  const isFile = (path: string) => existsSync(join(folder, path)) && statSync(join(folder, path)).isFile();
  const text = (path: string) => {
    if (!texts.has(path)) {
      const read = isFile(path) ? decode(path, readFileSync(join(folder, path))) : undefined;
      texts.set(path, read && !isNotice(read) ? read : undefined);
    }
    return texts.get(path);
  };
  const compose = (path: string) => {
    if (!parsed.has(path)) {
      const source = text(path);
      parsed.set(path, source && parseCompose(source));
    }
    return parsed.get(path);
  };
  return { text, compose, has: (path) => existsSync(join(folder, path)) };
}
