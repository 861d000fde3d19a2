// `hullcheck graph`: Compose projects as pictures, on the disk and in git, through the command line.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { folder, hullcheck, write } from './cli/run.ts';

const SHOP = `services:
  web:
    image: nginx:1.29.3
    ports: ["8080:80"]
    volumes: ["./html:/usr/share/nginx/html:ro"]
    networks: [front]
    depends_on: { api: { condition: service_healthy } }
  api:
    build: ./api
    networks: [front, back]
    depends_on: [db]
  db:
    image: postgres:18
    networks: [back]
    volumes: [data:/var/lib/postgresql]
networks: { front: , back: { internal: true } }
volumes: { data: }
`;

async function drawn(cwd: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await hullcheck(['graph', ...args], { cwd });
  assert.equal(code, 0, stderr);
  return stdout;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Rectangles of a class, as attributes stand in our SVG. */
const boxesIn = (svg: string, name: string): Box[] =>
  [...svg.matchAll(new RegExp(`<rect class="${name}[^"]*" x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"`, 'g'))].map(
    ([, x, y, width, height]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height) }),
  );
const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const overlaps = (boxes: readonly Box[]) =>
  boxes.filter((box, at) => boxes.some((other, index) => index < at && overlap(box, other)));

describe('graph', () => {
  test('Mermaid: groups by networks, boxes, arrows with what they wait for', async (t) => {
    const text = await drawn(folder(t, { 'compose.yaml': SHOP }));
    assert.equal(
      text,
      `%%{init: {"flowchart": {"wrappingWidth": 400}}}%%
flowchart LR
  subgraph g0["front"]
    n0["web<br>nginx<br>port 8080 → 80"]
  end
  subgraph g1["back #43; front"]
    n1["api<br>build ./api"]
  end
  subgraph g2["back"]
    n2["db<br>postgres"]
  end
  n3[/"./html"/]
  n4[("data")]
  n0 -->|"healthy"| n1
  n0 -.-|"read-only"| n3
  n1 --> n2
  n2 -.- n4
`,
    );
  });

  test('no name becomes anything but words in Mermaid, SVG and DOT', async (t) => {
    const names = [
      'end',
      'a"b',
      '</text><script>',
      '%%{init: {}}%%',
      '`x`',
      '__x__',
      '#quot;',
      'direction TB',
      '\\n',
      '\u202e',
      '$$x$$',
    ];
    const services = names.map((name) => [name, { image: 'nginx', profiles: [name], volumes: [`./${name}:/x`] }]);
    const cwd = folder(t, { 'compose.yaml': JSON.stringify({ services: Object.fromEntries(services) }) });
    const text = await drawn(cwd);
    for (const line of text.split('\n').slice(1)) {
      // Outside of labels there are only our own words; inside only letters, entities and what is safe there.
      const outside = line.replaceAll(/"[^"]*"/g, '""');
      assert.match(
        outside,
        /^(flowchart LR|\s+(subgraph g\d+\[""\]|end|n\d+(\[""\]|\[\/""\/\]|\[\(""\)\])|n\d+ (-->|-\.-|~~~)(\|""\|)? n\d+))?$/,
      );
      for (const [, label = ''] of line.matchAll(/"([^"]*)"/g))
        assert.match(label, /^([\p{L}\p{N} ./,=→…_:-]|#\d+;|<br>)*$/u, line);
      assert.doesNotMatch(line, /direction\s/);
    }
    const svg = await drawn(cwd, '--format', 'svg');
    assert.deepEqual(
      new Set([...svg.matchAll(/<\/?([a-z!?]+)/gi)].map(([, tag]) => tag)),
      new Set(['svg', 'title', 'style', 'defs', 'marker', 'path', 'rect', 'g', 'text']),
    );
    assert.match(svg, />end<\/text>/);
    const dot = await drawn(cwd, '--format', 'dot');
    assert.equal(dot.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').includes('script'), false);
    assert.match(dot, /label="a\\"b\\n/);
  });

  test('SVG: fifty services in groups, none upon another, words inside of their boxes, light, dark or both', async (t) => {
    const services = Array.from({ length: 50 }, (_, at) => {
      const depends = [at - 7, at - 11].filter((other) => other >= 0).map((other) => `service-${other}`);
      const networks = [`net-${at % 4}`, ...(at % 9 === 0 ? ['shared'] : [])];
      return [
        `service-${at}`,
        { image: `ghcr.io/octo/${'image-'.repeat(at % 5)}${at}`, networks, depends_on: depends, ports: [`${8000 + at}:80`] },
      ];
    });
    const networks = Object.fromEntries(['net-0', 'net-1', 'net-2', 'net-3', 'shared'].map((name) => [name, null]));
    const cwd = folder(t, { 'compose.yaml': JSON.stringify({ services: Object.fromEntries(services), networks }) });
    const svg = await drawn(cwd, '--format', 'svg');
    const [nodes, groups] = [boxesIn(svg, 'node'), boxesIn(svg, 'group')];
    // The legend has one more of each.
    assert.deepEqual([nodes.length, groups.length], [51, 9]);
    assert.deepEqual(overlaps(nodes.slice(0, 50)), []);
    assert.deepEqual(overlaps(groups.slice(0, 8)), []);
    const inside = (box: Box) => groups.some((group) => box.x > group.x && box.x + box.width < group.x + group.width);
    assert.ok(nodes.slice(0, 50).every(inside));
    for (const [, part = ''] of svg.matchAll(/<g>(<rect class="node.*?)<\/g>/g)) {
      const [box] = boxesIn(part, 'node');
      for (const [, x, y, words = ''] of part.matchAll(/<text class="[^"]*" x="([^"]*)" y="([^"]*)">([^<]*)</g)) {
        const room = (box?.x ?? 0) + (box?.width ?? 0) - Number(x);
        assert.ok(words.length * 6.6 <= room, `${words} in ${room}`);
        assert.ok(Number(y) < (box?.y ?? 0) + (box?.height ?? 0));
      }
    }
    assert.match(svg, /prefers-color-scheme:dark/);
    const dark = await drawn(cwd, '--format', 'svg', '--theme', 'dark');
    assert.doesNotMatch(dark, /prefers-color-scheme|#ffffff/);
  });

  test('--base marks what a branch adds, removes and alters', async (t) => {
    const cwd = folder(t, { 'compose.yaml': SHOP });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], { cwd, stdio: 'pipe' });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'x');
    const same = await hullcheck(['graph', '--base', 'HEAD'], { cwd });
    assert.deepEqual([same.code, same.stdout], [2, '']);
    assert.match(same.stderr, /nothing that it shows has changed/);
    const changed = SHOP.replace('8080:80', '80:80').replace('condition: service_healthy', 'condition: service_started');
    write(cwd, {
      'compose.yaml': changed
        .replace('  db:\n', '  cache: { image: redis, networks: [back] }\n  db:\n')
        .replace('    depends_on: [db]\n', ''),
    });
    const text = await drawn(cwd, '--base', 'HEAD');
    assert.match(text, /n0\["#8203;#8764; web<br>nginx<br>#8203;#43; port 80 → 80<br>#8203;#8722; port 8080 → 80"\]/);
    assert.match(text, /n2\["#8203;#43; cache<br>redis"\]/);
    assert.match(text, /\n {2}class n2 added\n(.*\n)*.*class n0 altered\n/);
    const svg = await drawn(cwd, '--base', 'HEAD', '--format', 'svg');
    assert.match(svg, /<path class="edge started removed"|<path class="edge depends removed"/);
    assert.match(svg, />− port 8080 → 80</);
  });

  test('of several projects the highest is drawn, and where none is higher the choice is told', async (t) => {
    const cwd = folder(t, { 'compose.yaml': SHOP, 'more/compose.yaml': 'services: { other: { image: nginx } }\n' });
    assert.match(await drawn(cwd), /"web</);
    assert.match(await drawn(cwd, 'more'), /"other</);
    const both = folder(t, { 'a/compose.yaml': SHOP, 'b/compose.yaml': SHOP });
    const { code, stderr } = await hullcheck(['graph'], { cwd: both });
    assert.equal(code, 2);
    assert.match(stderr, /2 Compose projects .* a\/compose\.yaml b\/compose\.yaml/);
    const none = await hullcheck(['graph'], { cwd: folder(t, { 'a.txt': '' }) });
    assert.match(none.stderr, /There is no Compose project here/);
  });
});
