// Which runner the App takes: a container where an engine and our image are at hand, else a child process.
import type { Rule } from '../rule.ts';
import { dockerRunner } from './docker.ts';
import { engine, sweepContainers } from './engine.ts';
import { processRunner } from './process.ts';
import type { Runner } from './runner.ts';

export interface Choosing {
  rules: readonly Rule[];
  /** `HULLCHECK_JOB`, `HULLCHECK_IMAGE` and what the docker command line needs. */
  env: Readonly<Record<string, string | undefined>>;
  /** Of this package: the image of the same version does the jobs. */
  version: string;
  /** Tells this App's containers from those of others at the same engine; the same after a restart. */
  instance: string;
}

/** A runner and the sentence for the start-up log, or the sentence that says why there is none and what to do. */
export type Choice = { runner: Runner; why: string } | { problem: string };

/** Chooses as `HULLCHECK_JOB` says, and first removes the containers that an earlier run of this instance left behind. */
export async function chooseRunner({ rules, env, version, instance }: Choosing): Promise<Choice> {
  const wanted = env.HULLCHECK_JOB || 'auto';
  if (wanted === 'process')
    return { runner: processRunner({ rules }), why: 'Jobs run as child processes, as HULLCHECK_JOB says.' };
  if (wanted !== 'auto' && wanted !== 'docker')
    return { problem: `HULLCHECK_JOB is "${wanted}"; it can be auto, docker or process.` };

  const reference = env.HULLCHECK_IMAGE || `ghcr.io/hullcheck/hullcheck:${version}`;
  const image = await engine(env).image(reference);
  if ('id' in image) {
    const left = await sweepContainers(instance, env);
    const swept = left === 0 ? '' : ` ${left} left by an earlier run ${left === 1 ? 'was' : 'were'} removed.`;
    return {
      runner: dockerRunner({ rules, image: image.id, instance, env }),
      why: `Jobs run as containers of ${reference}.${swept}`,
    };
  }
  if (wanted === 'auto') return { runner: processRunner({ rules }), why: `Jobs run as child processes: ${image.why}.` };
  return {
    problem: `HULLCHECK_JOB is docker, but ${image.why}. Start Docker Engine and pull or build the image (HULLCHECK_IMAGE names another), or set HULLCHECK_JOB to process.`,
  };
}
