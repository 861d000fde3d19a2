// The App as Probot knows it: which events it heeds. What they ask for is read by queue/lane.ts.
import type { Probot } from 'probot';
import { type Wanted, wanted } from '../../queue/lane.ts';
import type { Suite } from './suite.ts';

export interface Handlers {
  appId: number;
  /** Both resolve when the delivery with this id is dealt with; they never reject. */
  review(delivery: string, wanted: Wanted): Promise<void>;
  /** All checks of one commit are wanted again. */
  reviewSuite(delivery: string, suite: Suite): Promise<void>;
}

export const app =
  ({ appId, review, reviewSuite }: Handlers) =>
  (probot: Probot) => {
    probot.on(
      [
        'pull_request.opened',
        'pull_request.synchronize',
        'pull_request.reopened',
        'pull_request.ready_for_review',
        'pull_request.edited',
      ],
      async ({ id, name, payload }) => {
        const found = wanted(name, payload);
        if (found) await review(id, found);
      },
    );
    probot.on('merge_group.checks_requested', async ({ id, name, payload }) => {
      const found = wanted(name, payload);
      if (found) await review(id, found);
    });
    probot.on('check_run.rerequested', async ({ id, name, payload }) => {
      const found = payload.check_run.app?.id === appId ? wanted(name, payload) : null;
      if (found) await review(id, found);
    });
    probot.on('check_suite.rerequested', async ({ id, payload }) => {
      const { check_suite, repository, installation } = payload;
      if (check_suite.app.id === appId && installation) await reviewSuite(id, { id: check_suite.id, repository, installation });
    });
  };
