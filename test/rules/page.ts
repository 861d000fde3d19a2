// A rule's page, read as its test: fenced examples marked `bad`, `findings`, `fixed`, `good`.
export interface Block {
  language: string;
  role: 'bad' | 'findings' | 'fixed' | 'good' | 'file';
  /** Path of the file in the example. */
  file: string;
  text: string;
  /** Offsets of the text in the page, for rewriting. */
  start: number;
  end: number;
}

export interface Example {
  kind: 'bad' | 'good';
  line: number;
  files: Map<string, string>;
  /** Blocks that hold what is expected. */
  findings?: Block;
  fixed: Block[];
  options: Record<string, unknown>;
  main: Block;
}

export interface Page {
  title: string;
  prose: string;
  examples: Example[];
  /** Variants in which the examples are not repeated, with the reason: `<!-- not in crlf: why -->`. */
  notIn: Map<string, string>;
}

const FENCE = /^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm;

/** @throws when a fence belongs to nothing */
export function readPage(text: string, defaultFile: string): Page {
  const examples: Example[] = [];
  for (const match of text.matchAll(FENCE)) {
    const [whole, language = '', info = '', body = ''] = match;
    const start = match.index + whole.indexOf('\n') + 1;
    const words = info.split(/\s+(?=\w+=|$)|\s+/).filter(Boolean);
    const role = (words.find((word) => /^(bad|findings|fixed|good)$/.test(word)) ?? 'file') as Block['role'];
    const file = words.find((word) => word.startsWith('file='))?.slice(5) ?? defaultFile;
    const options = JSON.parse(words.find((word) => word.startsWith('options='))?.slice(8) ?? '{}');
    const block: Block = { language, role, file, text: body, start, end: start + body.length };
    const current = examples.at(-1);
    if (role === 'bad' || role === 'good') {
      const line = text.slice(0, match.index).split('\n').length;
      examples.push({ kind: role, line, files: new Map([[file, body]]), fixed: [], options, main: block });
    } else if (!current) throw new Error(`a fence before any bad or good example: ${info}`);
    else if (role === 'findings') current.findings = block;
    else if (role === 'fixed') current.fixed.push(block);
    else current.files.set(file, body);
  }
  const notIn = new Map(
    [...text.matchAll(/<!-- not in ([\w-]+): (.+?) -->/g)].map(([, variant = '', why = '']) => [variant, why]),
  );
  return {
    title: /^# (.+)$/m.exec(text)?.[1] ?? '',
    prose: text.replace(FENCE, '').replace(/^#.*$/gm, '').trim(),
    examples,
    notIn,
  };
}
