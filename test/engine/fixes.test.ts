// Safe fixes of every rule at once: the corrected Dockerfile builds, and gives the same files and the same start.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import rules from '../../rules/index.ts';
import { applyFixes } from '../../src/fix.ts';
import { reviewFiles } from '../rules/run.ts';
import { fileTree, startConfiguration } from './file-tree.ts';
import { docker, ourImage } from './image.ts';

const ROUNDS = 10;
const folder = mkdtempSync(join(tmpdir(), 'hullcheck-fixes-'));
const base = `hullcheck-fixes-${process.pid}`;
const images: string[] = [];
after(() => {
  rmSync(folder, { recursive: true });
  docker('image', 'rm', '--force', ...images);
});

/** Nothing can be installed here: this leaves what a package manager leaves, its lists and a file for each package. */
const APT_GET = `#!/bin/sh
for word; do
  case $word in
    update) mkdir -p /var/lib/apt/lists && echo all > /var/lib/apt/lists/all ;;
    install | -*) ;;
    *) mkdir -p /usr/share/installed && cat /var/lib/apt/lists/all > "/usr/share/installed/$word" ;;
  esac
done
`;

const CONTEXT: Readonly<Record<string, string>> = {
  'apt-get': APT_GET,
  apt: APT_GET,
  'app/main.sh': '#!/bin/sh\necho started\n',
  'app/run.sh': '#!/bin/sh\nexec ./main.sh\n',
  'conf/a.conf': 'a=1\n',
  'conf/b.conf': 'b=2\n',
  'conf/c.conf': 'c=3\n',
};

const CASES: Readonly<Record<string, string>> = {
  'metadata and casing': `from BASE as Build
MAINTAINER somebody
ENV GREETING hello there
LABEL one=1 two=2
WORKDIR app
copy app/main.sh app/run.sh .
EXPOSE 8080/TCP
CMD ["sh"]
CMD ["./main.sh"]


`,
  copies: `FROM BASE
ADD conf/a.conf /etc/app/
ADD conf/b.conf /etc/app/
COPY conf/c.conf /etc/app/
COPY app/run.sh /usr/local/bin/run.sh
RUN chmod 755 /usr/local/bin/run.sh
ADD app/main.sh /srv/main.sh
RUN chmod 0700 /srv/main.sh
ENTRYPOINT ["/usr/local/bin/run.sh"]`,
  'runs on one line': `FROM BASE
RUN mkdir -p /data/one /data/two && touch /data/one/a /data/two/b && echo "a && b" > /data/text && chmod 700 /data/one/a /data/two
RUN touch /data/three
RUN touch /data/four && rm /data/three

RUN mkdir /data/five \\

    && touch /data/five/x
`,
  packages: `FROM BASE
RUN apt-get update
RUN apt-get install curl \\
    # the smallest editor
    nano \\
    bash
RUN apt update && apt install -y \\
    zsh \\
    make \\
    git
`,
  'stages by number': `FROM BASE AS First
RUN echo built > /built
FROM BASE
RUN mkdir /out
COPY --from=0 /built /out/
COPY --from=First /built /out/again
`,
};

function corrected(text: string): { text: string; by: Set<string> } {
  const by = new Set<string>();
  let file = { path: 'Dockerfile', text, bom: false };
  for (let round = 0; round < ROUNDS; round++) {
    const { files, applied } = applyFixes([file], reviewFiles([file], rules).findings, 'safe');
    for (const { rule } of applied) by.add(rule);
    if (!files[0]) break;
    file = { path: 'Dockerfile', text: files[0].text, bom: false };
  }
  return { text: file.text, by };
}

function built(name: string, text: string): string {
  const file = join(folder, `${name}.Dockerfile`);
  writeFileSync(file, text);
  const tag = `${base}-${name}`;
  const args = ['build', '--quiet', '--network', 'none', '--file', file, '--tag', tag, join(folder, 'context')];
  execFileSync('docker', args, { env: { ...process.env, DOCKER_BUILDKIT: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
  images.push(tag);
  return tag;
}

for (const [path, text] of Object.entries(CONTEXT)) {
  const file = join(folder, 'context', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o755 });
}
const prepared = `FROM ${ourImage()}\nUSER 0:0\nENTRYPOINT []\nCMD []\nWORKDIR /\nCOPY apt apt-get /usr/bin/\n`;
const BASE = built('base', prepared);
const UNTOUCHED = fileTree(BASE);
const repaired = new Set<string>();

for (const [index, [name, text]] of Object.entries(CASES).entries())
  for (const [style, write] of Object.entries({ lf: (one: string) => one, crlf: (one: string) => one.replaceAll('\n', '\r\n') }))
    test(`${name}, with ${style}: the corrected Dockerfile gives the same image`, () => {
      const before = write(text.replaceAll('BASE', BASE));
      const { text: fixed, by } = corrected(before);
      assert.notEqual(fixed, before);
      for (const rule of by) repaired.add(rule);
      const [old, fresh] = [built(`${index}-${style}-before`, before), built(`${index}-${style}-after`, fixed)];
      const tree = fileTree(old);
      assert.notDeepEqual(tree, UNTOUCHED);
      assert.deepEqual(fileTree(fresh), tree, fixed);
      assert.deepEqual(startConfiguration(fresh), startConfiguration(old), fixed);
    });

test('these were corrected by many rules', () => {
  const wanted = ['apt-lists-removed', 'copy-instead-of-add', 'copy-with-mode', 'merged-copies', 'merged-runs', 'no-maintainer'];
  const styles = ['key-value-with-equals', 'no-empty-continuation', 'one-command-a-line', 'sorted-packages', 'stages-by-name'];
  assert.deepEqual(
    [...wanted, ...styles, 'update-with-install'].filter((rule) => !repaired.has(rule)),
    [],
  );
});
