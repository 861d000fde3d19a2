// The command line as dist/ has it: its bundles run as scripts, with what V8 made of them in an earlier run.
import process from 'node:process';
import { scripts } from './scripts.ts';

const { load, keep } = scripts(`${import.meta.dirname}/cli`);
const { main } = load('main') as typeof import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
// What the first run compiles is what is kept: one that only prints help would keep too little for all later ones.
if (/^(check|review|fix)$/.test(process.argv[2] ?? '')) {
  keep();
  // All is written: what V8 has put off until it is idle would only take time.
  process.exit();
}
