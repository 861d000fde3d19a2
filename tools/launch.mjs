// Starts a script with a Node that can run it: under an older one it goes on with node@24 from the npm registry.
import { spawn } from 'node:child_process';

const WANTED = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const fits = major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1]);
const args = process.argv.slice(2);
const windows = process.platform === 'win32';

if (!fits)
  console.error(`Node ${process.versions.node} is older than ${WANTED.join('.')}: going on with node@24 from the npm registry.`);
const [command, ...rest] = fits
  ? [process.execPath]
  : [windows ? 'npm.cmd' : 'npm', 'exec', '--yes', '--package=node@24', '--', 'node'];
const quiet = '--disable-warning=ExperimentalWarning';
const child = spawn(command, [...rest, quiet, ...args], { stdio: 'inherit', shell: windows && !fits });
// Ctrl-C reaches the whole group of processes; this one waits for the other to end in its own way.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
child.on('error', (error) => {
  console.error(`Could not start ${command}: ${error.message}`);
  process.exitCode = 2;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
