// What the analyses and the picture know of one Compose project: plain data, read from what Compose would start.

/** Whether a container can be healthy: `unknown` where its image decides and nobody here knows it. */
export type Health = 'checked' | 'none' | 'disabled' | 'unknown';

export interface Stack {
  /** Of the first file. */
  path: string;
  /** All Compose files that take part, the first one in front. */
  files: string[];
  /** As the files give it; else Compose takes that of the folder. */
  name: string | null;
  /** Nothing that belongs to the project was left out. */
  complete: boolean;
  /** Why Compose would refuse to start it, at most a few. */
  refused: string[];
  services: StackService[];
  networks: StackNetwork[];
  volumes: StackVolume[];
}

export interface StackService {
  name: string;
  image: string | null;
  build: StackBuild | null;
  /** None: it is started without being asked for. */
  profiles: string[];
  replicas: number;
  limits: Amounts;
  reservations: Amounts;
  /** `host`, `none`, `service:web`, `container:x`; `null`: the networks below. */
  networkMode: string | null;
  networks: string[];
  ports: StackPort[];
  mounts: StackMount[];
  dependsOn: StackDependency[];
  health: Health;
  /** `null`: the engine's default. */
  logDriver: string | null;
  /** Its log is cut or thrown away at some size. */
  logLimited: boolean;
}

/** Of one container. `null`: not limited. */
export interface Amounts {
  /** Processors. */
  cpus: number | null;
  /** Bytes. */
  memory: number | null;
  pids: number | null;
}

export interface StackBuild {
  /** As one would write it in the project's first file: `./api`, or an address. */
  context: string;
  dockerfile: string;
  target: string | null;
  noCache: boolean;
  /** Whether the context has a .dockerignore; `null`: nobody knows. */
  ignores: boolean | null;
  /** Equal texts make equal images. */
  key: string;
}

export interface StackPort {
  /** `0.0.0.0` when none is given: all of the host's. */
  address: string;
  /** A port, a range, or `null` where Docker chooses one. */
  published: string | null;
  target: number;
  protocol: string;
}

export interface StackMount {
  kind: 'volume' | 'path' | 'anonymous' | 'tmpfs' | 'other';
  /** Name of a volume; path of the host as one would write it in the project's first file. */
  source: string | null;
  target: string;
  readOnly: boolean;
}

export interface StackDependency {
  name: string;
  condition: string;
  required: boolean;
}

export interface StackNetwork {
  name: string;
  driver: string | null;
  internal: boolean;
  external: boolean;
}

export interface StackVolume {
  name: string;
  external: boolean;
  /** The path of the host that it stands for. */
  device: string | null;
}
