// The rules' pages, as they lie beside the rules. The bundle holds them in place of this file.
import fs from 'node:fs/promises';

/** Markdown; `null` where there is none. */
export async function page(on: string, id: string): Promise<string | null> {
  try {
    return await fs.readFile(new URL(`../../../rules/${on}/${id}.md`, import.meta.url), 'utf8');
  } catch {
    return null;
  }
}
