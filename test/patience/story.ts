// One pull request of two pushes that needs every kind of request, and how everything stands in the end.
import type { PullRequest } from '../github/world.ts';

const HEAD = 'FROM debian:13.1\nWORKDIR /srv\n';
const SUDO = 'RUN sudo true\n';

export const FIRST = {
  Dockerfile: `${HEAD}${SUDO}MAINTAINER me\nRUN apt-get update && apt-get install curl\nCMD node x\n`,
  'compose.yaml': 'services:\n  web:\n    image: nginx:1.27.3\n    build: web\n    prvileged: true\n',
};
/** One finding is gone, one is new, the others stay. */
export const SECOND = {
  Dockerfile: FIRST.Dockerfile.replace(SUDO, 'RUN true\n'),
  'web/Dockerfile': `${HEAD}${SUDO}`,
};

/** What must be the same however it came about. */
export function standing(pull: PullRequest): unknown {
  const checks = [...pull.repository.checkRuns.values()].map(({ headSha, status, conclusion, annotations }) => ({
    head: headSha === pull.head.sha ? 'newest' : 'older',
    status,
    conclusion,
    annotations: annotations.length,
  }));
  const threads = [...pull.threads.values()].map(({ path, original, resolvedBy, comments }) => ({
    at: `${path}:${original.line}`,
    resolved: resolvedBy !== null,
    hidden: comments.map(({ minimized }) => minimized),
    // What is fixed says in which head.
    said: comments.map(({ body }) => body.replace(/^Fixed in \w{7}/, 'Fixed')),
  }));
  return { checks, reviews: pull.reviews.size, threads: threads.sort((a, b) => (a.at < b.at ? -1 : 1)) };
}
