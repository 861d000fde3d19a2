// Every rule on how files fit together, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import baseImageArgsGiven from './project/base-image-args-given.ts';
import copiedFilesNotIgnored from './project/copied-files-not-ignored.ts';
import declaredBuildArgs from './project/declared-build-args.ts';
import dependencySharesProfile from './project/dependency-shares-profile.ts';
import dockerignoreForContext from './project/dockerignore-for-context.ts';
import escapedInlineVariables from './project/escaped-inline-variables.ts';
import existingBuildFiles from './project/existing-build-files.ts';
import existingBuildTarget from './project/existing-build-target.ts';
import exposedPublishedPorts from './project/exposed-published-ports.ts';
import givenBuildSecrets from './project/given-build-secrets.ts';
import healthcheckToolInImage from './project/healthcheck-tool-in-image.ts';
import healthyDependencyHasHealthcheck from './project/healthy-dependency-has-healthcheck.ts';
import imageTagOfBuild from './project/image-tag-of-build.ts';
import loadableCompose from './project/loadable-compose.ts';
import mountsKeepModules from './project/mounts-keep-modules.ts';
import noRootOverImageUser from './project/no-root-over-image-user.ts';
import oneTagOfAnImage from './project/one-tag-of-an-image.ts';
import platformOfBuild from './project/platform-of-build.ts';
import providedEnvironment from './project/provided-environment.ts';
import stopSignalOfImage from './project/stop-signal-of-image.ts';
import unusedIgnore from './project/unused-ignore.ts';
import usedBuildContexts from './project/used-build-contexts.ts';
import writablePathsOfReadOnly from './project/writable-paths-of-read-only.ts';

const rules: readonly Rule[] = [
  baseImageArgsGiven,
  copiedFilesNotIgnored,
  declaredBuildArgs,
  dependencySharesProfile,
  dockerignoreForContext,
  escapedInlineVariables,
  existingBuildFiles,
  existingBuildTarget,
  exposedPublishedPorts,
  givenBuildSecrets,
  healthcheckToolInImage,
  healthyDependencyHasHealthcheck,
  imageTagOfBuild,
  loadableCompose,
  mountsKeepModules,
  noRootOverImageUser,
  oneTagOfAnImage,
  platformOfBuild,
  providedEnvironment,
  stopSignalOfImage,
  unusedIgnore,
  usedBuildContexts,
  writablePathsOfReadOnly,
];

export default rules;
