// Hostile texts: mutated files by chance, and shapes that grow. npm run fuzz -- [--seed N] [--count N] [--seconds N] [--from FOLDER] [--only N]
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { growthOf, MAX_RATIO } from './fuzz/growth.ts';
import { judge } from './fuzz/judge.ts';
import { runTexts } from './fuzz/run.ts';
import { readSeeds, type Seeds } from './fuzz/seeds.ts';
import { SHAPES } from './fuzz/shapes.ts';
import { textOf } from './fuzz/texts.ts';

const MAX_TOLD = 20;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200000' },
    seconds: { type: 'string', default: '900' },
    from: { type: 'string' },
    only: { type: 'string' },
  },
});
const [seed, count, seconds] = [values.seed, values.count, values.seconds].map(Number) as [number, number, number];
const seeds = readSeeds(values.from);
let faults = 0;

if (values.only !== undefined) again(seeds, Number(values.only));
else {
  shapes();
  await texts(seeds);
}
process.exitCode = faults > 0 ? 1 : 0;

/** One text of a run once more, in this process. */
function again(seeds: Seeds, index: number): void {
  const { kind, text } = textOf(seeds, seed, index);
  const wrong = judge(kind, text, true);
  console.log(wrong ?? 'Nothing is wrong.');
  if (wrong !== null) faults++;
}

function shapes(): void {
  console.log(`${SHAPES.length} shapes at 1×, 2×, 4× and 8×; eight times the text may take ${MAX_RATIO} times as long.`);
  for (const shape of SHAPES) {
    const { times, ratio, linear, wrong } = growthOf(shape);
    if (!linear || wrong !== null) faults++;
    const verdict = wrong ?? (linear ? '' : `grows ${ratio.toFixed(1)} times`);
    console.log(
      `${`  ${shape.kind}: ${shape.name}`.padEnd(52) + times.map((time) => time.toFixed(1).padStart(8)).join('')} ms  ${verdict}`,
    );
  }
}

async function texts(seeds: Seeds): Promise<void> {
  const began = performance.now();
  const folder = values.from === undefined ? '' : ` --from ${values.from}`;
  const done = await runTexts({ seed, count, folder: values.from, seconds }, ({ index, message }) => {
    if (++faults > MAX_TOLD) return;
    const { kind, text } = textOf(seeds, seed, index);
    const file = join(mkdtempSync(join(tmpdir(), 'hullcheck-fuzz-')), kind === 'compose' ? 'compose.yaml' : 'Dockerfile');
    writeFileSync(file, kind === 'shell' ? `FROM a\nRUN ${text}` : text);
    console.log(`text ${index} (${kind}): ${message}\n  ${file}\n  npm run fuzz -- --seed ${seed}${folder} --only ${index}`);
  });
  const took = (performance.now() - began) / 1000;
  const rest = done < count ? `; the time was over before the other ${count - done}` : '';
  console.log(`${done} texts of seed ${seed} in ${took.toFixed(0)} s: ${faults} faults${rest}.`);
}
