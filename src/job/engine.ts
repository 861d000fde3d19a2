// The container engine, spoken to through the docker command line.
import { execFile } from 'node:child_process';

/** Every container of a job carries it, with the instance that started it. */
export const INSTANCE_LABEL = 'hullcheck.job';

/** What the docker command line reads to find its engine; nothing else of the environment reaches it. */
const NEEDED = [
  ...[
    'PATH',
    'HOME',
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_CONFIG',
    'DOCKER_CERT_PATH',
    'DOCKER_TLS_VERIFY',
    'XDG_RUNTIME_DIR',
    'SSH_AUTH_SOCK',
  ],
  ...['PATHEXT', 'SystemRoot', 'USERPROFILE', 'ProgramData', 'ProgramFiles', 'APPDATA', 'LOCALAPPDATA'],
];
const ANSWER_MILLISECONDS = 10_000;

export interface Engine {
  command: string;
  env: Record<string, string>;
  /** The image's id, or a sentence that says why there is none. */
  image(reference: string): Promise<{ id: string } | { why: string }>;
  /** Removes containers, running or not; those that do not exist are no error. */
  remove(names: readonly string[]): Promise<void>;
  /** Names of the containers that carry this instance's label. */
  containers(instance: string): Promise<string[]>;
}

type Env = Readonly<Record<string, string | undefined>>;

export function engine(from: Env): Engine {
  const command = 'docker';
  const env = Object.fromEntries(NEEDED.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
  const docker = (...args: string[]) => ask(command, args, env);
  return {
    command,
    env,
    async image(reference) {
      const { output, code, words } = await docker('image', 'inspect', '--format', '{{.Id}}', '--', reference);
      if (code === 0) return { id: output.trim() };
      if (code === 'ENOENT') return { why: 'the docker command is not installed' };
      return { why: /no such image/i.test(words) ? `the image ${reference} is not at hand` : `no engine answers (${words})` };
    },
    async remove(names) {
      if (names.length > 0) await docker('rm', '--force', '--volumes', '--', ...names);
    },
    async containers(instance) {
      const { output } = await docker('ps', '--all', '--quiet', '--filter', `label=${INSTANCE_LABEL}=${instance}`);
      return output.split('\n').filter((id) => id !== '');
    },
  };
}

interface Answer {
  code: number | string;
  output: string;
  /** The last line of what it complained about. */
  words: string;
}

function ask(command: string, args: readonly string[], env: Record<string, string>): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  execFile(
    command,
    args,
    { env, timeout: ANSWER_MILLISECONDS, killSignal: 'SIGKILL', windowsHide: true },
    (error, output, complaint) => {
      const code = error === null ? 0 : (error.code ?? error.signal ?? 'unknown');
      const words =
        complaint.trim().split('\n').pop() ||
        (error?.killed ? `no answer within ${ANSWER_MILLISECONDS / 1000} s` : (error?.message ?? ''));
      resolve({ code, output, words: words.slice(0, 300) });
    },
  );
  return promise;
}

/** Removes what an instance left behind when it was killed. Returns how many containers there were. */
export async function sweepContainers(instance: string, env: Env): Promise<number> {
  const docker = engine(env);
  const left = await docker.containers(instance);
  await docker.remove(left);
  return left.length;
}
