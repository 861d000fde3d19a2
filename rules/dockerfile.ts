// Every rule on Dockerfiles, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import absoluteWorkdir from './dockerfile/absolute-workdir.ts';
import apkNoCache from './dockerfile/apk-no-cache.ts';
import aptGetYes from './dockerfile/apt-get-yes.ts';
import aptListsRemoved from './dockerfile/apt-lists-removed.ts';
import consistentInstructionCasing from './dockerfile/consistent-instruction-casing.ts';
import copyFromEarlierStage from './dockerfile/copy-from-earlier-stage.ts';
import copyFromKnownStage from './dockerfile/copy-from-known-stage.ts';
import copyInsteadOfAdd from './dockerfile/copy-instead-of-add.ts';
import defaultBaseImage from './dockerfile/default-base-image.ts';
import directoryEndsWithSlash from './dockerfile/directory-ends-with-slash.ts';
import execFormCmd from './dockerfile/exec-form-cmd.ts';
import exposeProtocolCasing from './dockerfile/expose-protocol-casing.ts';
import finalUserNotRoot from './dockerfile/final-user-not-root.ts';
import fromAsCasing from './dockerfile/from-as-casing.ts';
import keyValueWithEquals from './dockerfile/key-value-with-equals.ts';
import knownInstructions from './dockerfile/known-instructions.ts';
import noEmptyContinuation from './dockerfile/no-empty-continuation.ts';
import noEmptyStageSource from './dockerfile/no-empty-stage-source.ts';
import noInstallRecommends from './dockerfile/no-install-recommends.ts';
import noMaintainer from './dockerfile/no-maintainer.ts';
import noPipedDownload from './dockerfile/no-piped-download.ts';
import noRunInEmptyImage from './dockerfile/no-run-in-empty-image.ts';
import noSecretsInArgEnv from './dockerfile/no-secrets-in-arg-env.ts';
import noSudo from './dockerfile/no-sudo.ts';
import noUnreachableStages from './dockerfile/no-unreachable-stages.ts';
import noWholeFilesystemCopy from './dockerfile/no-whole-filesystem-copy.ts';
import nonRootUser from './dockerfile/non-root-user.ts';
import pipNoCacheDir from './dockerfile/pip-no-cache-dir.ts';
import redundantTargetPlatform from './dockerfile/redundant-target-platform.ts';
import singleCmdAndEntrypoint from './dockerfile/single-cmd-and-entrypoint.ts';
import stagesByName from './dockerfile/stages-by-name.ts';
import supportedBaseImage from './dockerfile/supported-base-image.ts';
import taggedBaseImage from './dockerfile/tagged-base-image.ts';
import taggedCopiedImage from './dockerfile/tagged-copied-image.ts';
import uniqueStageNames from './dockerfile/unique-stage-names.ts';
import validDockerfile from './dockerfile/valid-dockerfile.ts';
import verifiedPackages from './dockerfile/verified-packages.ts';
import verifiedTls from './dockerfile/verified-tls.ts';
import workdirInsteadOfCd from './dockerfile/workdir-instead-of-cd.ts';

const rules: readonly Rule[] = [
  absoluteWorkdir,
  apkNoCache,
  aptGetYes,
  aptListsRemoved,
  consistentInstructionCasing,
  copyFromEarlierStage,
  copyFromKnownStage,
  copyInsteadOfAdd,
  defaultBaseImage,
  directoryEndsWithSlash,
  execFormCmd,
  exposeProtocolCasing,
  finalUserNotRoot,
  fromAsCasing,
  keyValueWithEquals,
  knownInstructions,
  noEmptyContinuation,
  noEmptyStageSource,
  noInstallRecommends,
  noMaintainer,
  noPipedDownload,
  noRunInEmptyImage,
  noSecretsInArgEnv,
  noSudo,
  noUnreachableStages,
  noWholeFilesystemCopy,
  nonRootUser,
  pipNoCacheDir,
  redundantTargetPlatform,
  singleCmdAndEntrypoint,
  stagesByName,
  supportedBaseImage,
  taggedBaseImage,
  taggedCopiedImage,
  uniqueStageNames,
  validDockerfile,
  verifiedPackages,
  verifiedTls,
  workdirInsteadOfCd,
];

export default rules;
