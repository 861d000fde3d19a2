// What is told of one Compose project: the form of `hullcheck inspect --format json`, published in schema/inspection.schema.json.
import type { Budget } from '../model.ts';
import type { Amounts, Health, StackNetwork, StackPort } from './stack.ts';

export interface Inspection {
  path: string;
  files: string[];
  name: string | null;
  /** False: something that belongs to the project was not read. */
  complete: boolean;
  /** Why Compose would refuse to start it. */
  refused: string[];
  resources: Resources;
  networks: Networks;
  volumes: Volumes;
  dependencies: Dependencies;
  advice: Advice[];
}

export interface Resources {
  services: { service: string; replicas: number; limits: Amounts; reservations: Amounts; byDefault: boolean }[];
  /** Limits of all containers that start by default; what has no limit is not in it. */
  sum: { cpus: number; memory: number };
  /** The same with every profile; absent where there are none. */
  sumOfAll?: { cpus: number; memory: number };
  /** Started by default and without this limit. */
  unlimited: { cpus: string[]; memory: string[] };
  budget?: Budget;
  /** What the sum exceeds. */
  exceeded: ('cpus' | 'memory')[];
}

export interface Networks {
  networks: (StackNetwork & { services: string[] })[];
  /** Services that are on exactly these networks: they reach each other, and `reaches`. */
  reach: { services: string[]; networks: string[]; reaches: string[] }[];
  published: (StackPort & { service: string; scope: 'everywhere' | 'loopback' | 'address' })[];
  /** On the network of the host itself. */
  onHost: string[];
  /** No other service reaches it, nor does it reach one. */
  isolated: string[];
  /** Only on internal networks: no way out of the host. */
  withoutWayOut: string[];
}

export interface VolumeUse {
  service: string;
  target: string;
  readOnly: boolean;
}

export interface Volumes {
  /** `device`: the path of the host that the volume stands for. */
  named: { name: string; external: boolean; device: string | null; uses: VolumeUse[] }[];
  paths: { path: string; uses: VolumeUse[] }[];
  anonymous: VolumeUse[];
  temporary: VolumeUse[];
}

export interface Waiting {
  service: string;
  for: string;
  condition: string;
  required: boolean;
  health: Health;
}

export interface Dependencies {
  /** Services of one step can start at the same time. */
  order: string[][];
  waits: Waiting[];
  cycles: string[][];
  /** From the last to start to the first. */
  longest: string[];
  /** Waits that end when the other's process starts, or never, because it has no health check. */
  withoutHealth: { service: string; for: string; never: boolean }[];
}

export interface Advice {
  topic: 'limits' | 'logging' | 'start order' | 'build cache';
  /** A sentence without its services; code stands between backticks. */
  message: string;
  services: string[];
}
