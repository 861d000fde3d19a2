// The command line, from its sources. What is installed starts in cli/installed.ts.
import process from 'node:process';
import { main } from './cli/main.ts';

process.exitCode = await main(process.argv.slice(2));
