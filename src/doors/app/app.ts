// The App as Probot knows it: which events it heeds. What they ask for is read by queue/lane.ts.
import type { Probot } from 'probot';
import { type Wanted, wanted } from '../../queue/lane.ts';
import type { Added } from './open-pulls.ts';
import type { Suite } from './suite.ts';

export interface Handlers {
  appId: number;
  /** Both resolve when the delivery with this id is dealt with; they never reject. */
  review(delivery: string, wanted: Wanted): Promise<void>;
  /** All checks of one commit are wanted again. */
  reviewSuite(delivery: string, suite: Suite): Promise<void>;
  /** The App was added to these repositories. */
  added(delivery: string, added: Added): Promise<void>;
}

export const app =
  ({ appId, review, reviewSuite, added }: Handlers) =>
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
      // Without an App the run's own mark says whose it is.
      const found = (payload.check_run.app?.id ?? appId) === appId ? wanted(name, payload) : null;
      if (found) await review(id, found);
    });
    probot.on(['installation.created', 'installation_repositories.added'], async ({ id, payload }) => {
      const { installation } = payload;
      const repositories = 'repositories_added' in payload ? payload.repositories_added : payload.repositories;
      const each = (repositories ?? []).flatMap(({ id: number, full_name }) => {
        const [owner, name] = full_name.split('/');
        return owner && name ? [{ id: number, owner, name }] : [];
      });
      await added(id, { installation: installation.id, repositories: each });
    });
    probot.on('check_suite.rerequested', async ({ id, payload }) => {
      const { check_suite, repository, installation } = payload;
      if (check_suite.app.id === appId && installation) await reviewSuite(id, { id: check_suite.id, repository, installation });
    });
  };
