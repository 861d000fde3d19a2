// Run inside a job's container, beside the job: what could be reached from there, as JSON.
const { spawn } = require('node:child_process');
const { writeFileSync } = require('node:fs');
const { connect } = require('node:net');
const { networkInterfaces } = require('node:os');

const writable = [
  '/x',
  '/tmp/x',
  '/app/x',
  '/app/dist/x',
  '/data/x',
  '/dev/x',
  '/dev/shm/x',
  '/run/x',
  '/proc/sys/kernel/x',
].filter((path) => {
  try {
    writeFileSync(path, 'x');
    return true;
  } catch {
    return false;
  }
});

const children = Array.from({ length: 200 }, () =>
  spawn('/bin/cat', { stdio: ['pipe', 'ignore', 'ignore'] }).on('error', () => {}),
);
const started = children.filter((child) => child.pid !== undefined);
for (const child of started) child.kill('SIGKILL');
const processes = started.length;

const tell = (connecting) => {
  process.stdout.write(JSON.stringify({ interfaces: Object.keys(networkInterfaces()), writable, processes, connecting }));
  process.exitCode = 0;
};
const socket = connect({ host: '192.0.2.1', port: 80, timeout: 3000 });
socket.on('connect', () => tell('open'));
socket.on('timeout', () => socket.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })));
socket.on('error', (error) => tell(error.code));
