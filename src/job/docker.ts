// A job as a container of our own image: no network, no rights, no writable disk, limits on everything.
import { randomBytes } from 'node:crypto';
import type { Rule } from '../rule.ts';
import { runAttempts } from './attempts.ts';
import { runChild } from './child.ts';
import { type Engine, engine, INSTANCE_LABEL } from './engine.ts';
import { heapMebibytes, insideArguments, type Limits, limits as standard } from './inside.ts';
import { programInImage } from './program.ts';
import type { Runner } from './runner.ts';

export interface DockerOptions {
  rules: readonly Rule[];
  /** A reference or an id of our image; it is never pulled. */
  image: string;
  /** Tells this App's containers from those of others at the same engine; the same after a restart. */
  instance: string;
  /** Variables from which the docker command line gets those that it needs. */
  env: Readonly<Record<string, string | undefined>>;
  limits?: Limits;
}

/** Runs reviews in containers, through the docker command line. */
export function dockerRunner({ rules, image, instance, env, limits = standard }: DockerOptions): Runner {
  const docker = engine(env);
  return {
    kind: 'docker',
    run: (snapshot) => runAttempts(snapshot, rules, limits, (input) => runContainer(docker, image, instance, limits, input)),
  };
}

const OUT_OF_MEMORY = 137; // 128 + SIGKILL: only the kernel sends it, when the container's memory is used up.
const OUT_OF_PROCESSOR_TIME = 152; // 128 + SIGXCPU

async function runContainer(docker: Engine, image: string, instance: string, limits: Limits, input: string) {
  const name = `hullcheck-job-${randomBytes(8).toString('hex')}`;
  const ended = await runChild({
    command: docker.command,
    args: runArguments(image, name, instance, limits),
    env: docker.env,
    input,
    milliseconds: limits.milliseconds,
    outputBytes: limits.outputBytes,
    stop: () => docker.remove([name]),
  });
  if (ended.status === OUT_OF_MEMORY) return { ...ended, cause: 'memory' as const };
  if (ended.status === OUT_OF_PROCESSOR_TIME) return { ...ended, cause: 'time' as const };
  return ended;
}

/** Arguments of `docker` for one job. https://docs.docker.com/reference/cli/docker/container/run/ */
export function runArguments(image: string, name: string, instance: string, limits: Limits): string[] {
  const memory = `${limits.memoryMebibytes}m`;
  const seconds = Math.ceil(limits.milliseconds / 1000);
  return [
    ...['run', '--rm', '--interactive', '--pull', 'never', '--name', name, '--label', `${INSTANCE_LABEL}=${instance}`],
    ...[
      '--network',
      'none',
      '--ipc',
      'none',
      '--read-only',
      '--cap-drop',
      'ALL',
      '--security-opt',
      'no-new-privileges',
      '--user',
      '65534:65534',
    ],
    ...['--memory', memory, '--memory-swap', memory, '--pids-limit', `${limits.pids}`, '--cpus', `${limits.cpus}`],
    ...['--ulimit', 'core=0', '--ulimit', `cpu=${seconds * 2}`, '--log-driver', 'none', '--no-healthcheck', '--workdir', '/'],
    // `env -i`: the image's variables, and proxies that the command line's settings add, stay outside.
    ...['--entrypoint', 'env', image, '-i', 'PATH=/usr/local/bin:/usr/bin:/bin', 'node'],
    ...insideArguments(heapMebibytes(limits), programInImage),
  ];
}
