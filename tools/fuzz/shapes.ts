// Texts that have hurt parsers: each grows with `n`, which is about its length in bytes.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Docker and the shell look like it.
import type { TextKind } from './words.ts';

export interface Shape {
  readonly name: string;
  readonly kind: TextKind;
  text(n: number): string;
}

const times = (piece: string, n: number) => piece.repeat(Math.max(1, Math.floor(n / piece.length)));
const counted = (n: number, length: number, line: (i: number) => string) =>
  Array.from({ length: Math.max(1, Math.floor(n / length)) }, (_, i) => line(i)).join('');
const dockerfile = (name: string, text: (n: number) => string): Shape => ({ name, kind: 'dockerfile', text });
const shell = (name: string, text: (n: number) => string): Shape => ({ name, kind: 'shell', text });
const compose = (name: string, text: (n: number) => string): Shape => ({ name, kind: 'compose', text });

export const SHAPES: readonly Shape[] = [
  dockerfile('continued lines', (n) => `FROM a\nRUN a${times(' \\\n  b', n)}`),
  dockerfile('comments in a continuation', (n) => `FROM a\nRUN a \\\n${times('# c \\\n', n)}b`),
  dockerfile('empty lines in a continuation', (n) => `FROM a\nRUN a \\\n${times('\n', n)}b`),
  dockerfile('ENV of ENV', (n) => `FROM a\n${counted(n, 20, (i) => `ENV A${i + 1}=$A${i}$A${i}\n`)}`),
  dockerfile('ARG of ARG in front of FROM', (n) => `${counted(n, 20, (i) => `ARG A${i + 1}=\${A${i}:-b}\n`)}FROM a:$A1\n`),
  dockerfile('stages on stages', (n) => `FROM a AS s0\n${counted(n, 20, (i) => `FROM s${i} AS s${i + 1}\n`)}`),
  dockerfile('stages that copy', (n) => `FROM a AS s0\n${counted(n, 45, (i) => `FROM a AS s${i + 1}\nCOPY --from=s${i} a b\n`)}`),
  dockerfile('heredocs', (n) => `FROM a\n${times('RUN <<E\na\nE\n', n)}`),
  dockerfile('heredocs of one line', (n) => `FROM a\nRUN ${counted(n, 8, (i) => `<<E${i} `)}\n`),
  dockerfile('a heredoc without end', (n) => `FROM a\nRUN <<E\n${times('a b c\n', n)}`),
  dockerfile('nested substitutions', (n) => `FROM a\nENV A=${times('${A:-', n)}`),
  dockerfile('a pattern of stars', (n) => `FROM a\nENV A=aaaaaaaaaaaaaaaa\nENV B=\${A#${times('*a', n)}}`),
  dockerfile('an exec form', (n) => `FROM a\nCMD [${times('"a", ', n)}"b"]`),
  dockerfile('an open exec form', (n) => `FROM a\nCMD ${times('["', n)}`),
  dockerfile('flags', (n) => `FROM a\nRUN ${times('--mount=type=cache,target=/a ', n)}b`),
  dockerfile('fields of a mount', (n) => `FROM a\nRUN --mount=${times('"a""b",', n)}c d`),
  dockerfile('quotes', (n) => `FROM a\nLABEL a=${times(`"'`, n)}`),
  dockerfile('escapes', (n) => `FROM a\nENV A=${times('\\"', n)}`),
  dockerfile('words of FROM', (n) => `FROM ${times('a ', n)}`),
  dockerfile('unknown instructions', (n) => times('FROMM a\n', n)),
  dockerfile('ONBUILD of ONBUILD', (n) => `FROM a\n${times('ONBUILD ', n)}`),
  dockerfile('an image name', (n) => `FROM ${times('a-', n)}A`),
  shell('open substitutions', (n) => times('$(', n)),
  shell('open parameter expansions', (n) => times('${a:-', n)),
  shell('open subshells', (n) => times('( ', n)),
  shell('open blocks', (n) => times('{ ', n)),
  shell('open arithmetic', (n) => times('$((', n)),
  shell('backticks', (n) => times('`a ', n)),
  shell('escaped backticks', (n) => times('\\`', n)),
  shell('if in if', (n) => times('if a; then ', n)),
  shell('loops in loops', (n) => times('for a in b; do ', n)),
  shell('case in case', (n) => times('case a in b) ', n)),
  shell('a long list', (n) => times('a && ', n)),
  shell('a long pipe', (n) => times('a | ', n)),
  shell('arguments', (n) => `a ${times('-b c ', n)}`),
  shell('sh in sh', (n) => times("sh -c '", n)),
  shell('wrappers', (n) => times('sudo env A=b ', n)),
  shell('heredocs', (n) => times('<<E ', n)),
  shell('assignments', (n) => times('A=b ', n)),
  shell('redirects', (n) => `a ${times('> b ', n)}`),
  shell('open quotes', (n) => times(`"'`, n)),
  shell('functions', (n) => times('a() { b; }; ', n)),
  compose('open lists', (n) => times('[', n)),
  compose('open maps', (n) => times('{a: ', n)),
  compose('deep maps', (n) => {
    const depth = Math.floor(Math.sqrt(n));
    return Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
  }),
  compose('services', (n) => `services:\n${counted(n, 30, (i) => `  s${i}:\n    image: a:1\n`)}`),
  compose('services that depend on the next', (n) => {
    return `services:\n${counted(n, 50, (i) => `  s${i}:\n    image: a:1\n    depends_on: [s${i + 1}]\n`)}`;
  }),
  compose('services that extend the next', (n) => {
    return `services:\n${counted(n, 50, (i) => `  s${i}:\n    image: a:1\n    extends: s${i + 1}\n`)}`;
  }),
  compose('one key again and again', (n) => `services:\n${times('  a: {image: b}\n', n)}`),
  compose('ports', (n) => `services:\n  a:\n    image: b\n    ports:\n${counted(n, 22, (i) => `      - "${i}:${i}"\n`)}`),
  compose('volumes', (n) => `services:\n  a:\n    image: b\n    volumes:\n${counted(n, 22, (i) => `      - v${i}:/a${i}\n`)}`),
  compose('aliases', (n) => `x-a: &a {b: c}\nservices:\n${counted(n, 18, (i) => `  s${i}: {<<: *a}\n`)}`),
  compose('an alias bomb', (n) => {
    return `x0: &x0 [a, a]\n${counted(n, 40, (i) => `x${i + 1}: &x${i + 1} [*x${i}, *x${i}, *x${i}]\n`)}`;
  }),
  compose(
    'merge keys on merge keys',
    (n) => `x0: &x0 {k0: v}\n${counted(n, 40, (i) => `x${i + 1}: &x${i + 1} {<<: *x${i}, k${i}: v}\n`)}`,
  ),
  compose('variables', (n) => `services:\n  a:\n    image: "${times('${A:-b}', n)}"\n`),
  compose('nested variables', (n) => `services:\n  a:\n    image: "${times('${A:-', n)}"\n`),
  compose('a block of text', (n) => `services:\n  a:\n    command: |\n${times('      a b c\n', n)}`),
  compose('comments', (n) => `${times('# a\n', n)}services: {}\n`),
  compose('open quotes', (n) => `a: ${times('"\'', n)}`),
  compose('tabs', (n) => `a:\n${times('\t', n)}b: c`),
  compose('complex keys', (n) => times('? ', n)),
];
