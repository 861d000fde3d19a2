// Every rule on how files fit together, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import copiedFilesNotIgnored from './project/copied-files-not-ignored.ts';
import declaredBuildArgs from './project/declared-build-args.ts';
import dependencySharesProfile from './project/dependency-shares-profile.ts';
import dockerignoreForContext from './project/dockerignore-for-context.ts';
import existingBuildTarget from './project/existing-build-target.ts';
import healthyDependencyHasHealthcheck from './project/healthy-dependency-has-healthcheck.ts';
import loadableCompose from './project/loadable-compose.ts';
import providedEnvironment from './project/provided-environment.ts';
import unusedIgnore from './project/unused-ignore.ts';

const rules: readonly Rule[] = [
  copiedFilesNotIgnored,
  declaredBuildArgs,
  dependencySharesProfile,
  dockerignoreForContext,
  existingBuildTarget,
  healthyDependencyHasHealthcheck,
  loadableCompose,
  providedEnvironment,
  unusedIgnore,
];

export default rules;
