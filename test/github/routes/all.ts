// Every REST route that the fake GitHub models.
import type { Callers } from '../callers.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Routes } from '../route.ts';
import type { Webhooks } from '../webhooks.ts';
import { appRoutes } from './app.ts';
import { checkRoutes } from './checks.ts';
import { codeScanningRoutes } from './code-scanning.ts';
import { commentRoutes } from './comments.ts';
import { commitRoutes } from './commits.ts';
import { contentRoutes } from './contents.ts';
import { deliveryRoutes } from './deliveries.ts';
import { pullRoutes } from './pulls.ts';
import { repositoryRoutes } from './repositories.ts';
import { reviewRoutes } from './reviews.ts';

export interface RouteParts {
  callers: Callers;
  limits: RateLimits;
  webhooks: Webhooks;
  redeem: (code: string) => { pem: string } | null;
}

export function allRoutes({ callers, limits, webhooks, redeem }: RouteParts): Routes {
  return {
    ...appRoutes(callers),
    ...deliveryRoutes(webhooks, { redeem }),
    ...repositoryRoutes(limits),
    ...pullRoutes,
    ...reviewRoutes,
    ...commentRoutes,
    ...checkRoutes,
    ...contentRoutes,
    ...commitRoutes,
    ...codeScanningRoutes,
  };
}
