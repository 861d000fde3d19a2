// Every rule on Dockerfiles, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import absoluteWorkdir from './dockerfile/absolute-workdir.ts';
import apkNoCache from './dockerfile/apk-no-cache.ts';
import aptGetInsteadOfApt from './dockerfile/apt-get-instead-of-apt.ts';
import aptGetYes from './dockerfile/apt-get-yes.ts';
import aptListsRemoved from './dockerfile/apt-lists-removed.ts';
import consistentInstructionCasing from './dockerfile/consistent-instruction-casing.ts';
import copyFromEarlierStage from './dockerfile/copy-from-earlier-stage.ts';
import copyFromKnownStage from './dockerfile/copy-from-known-stage.ts';
import copyInsteadOfAdd from './dockerfile/copy-instead-of-add.ts';
import defaultBaseImage from './dockerfile/default-base-image.ts';
import directoryEndsWithSlash from './dockerfile/directory-ends-with-slash.ts';
import dnfCacheRemoved from './dockerfile/dnf-cache-removed.ts';
import dnfYes from './dockerfile/dnf-yes.ts';
import execFormCmd from './dockerfile/exec-form-cmd.ts';
import exposeProtocolCasing from './dockerfile/expose-protocol-casing.ts';
import finalUserNotRoot from './dockerfile/final-user-not-root.ts';
import fromAsCasing from './dockerfile/from-as-casing.ts';
import keyValueWithEquals from './dockerfile/key-value-with-equals.ts';
import knownInstructions from './dockerfile/known-instructions.ts';
import noEmptyContinuation from './dockerfile/no-empty-continuation.ts';
import noEmptyStageSource from './dockerfile/no-empty-stage-source.ts';
import noFullUpgrade from './dockerfile/no-full-upgrade.ts';
import noInstallRecommends from './dockerfile/no-install-recommends.ts';
import noMaintainer from './dockerfile/no-maintainer.ts';
import noPipedDownload from './dockerfile/no-piped-download.ts';
import noRunInEmptyImage from './dockerfile/no-run-in-empty-image.ts';
import noSecretsInArgEnv from './dockerfile/no-secrets-in-arg-env.ts';
import noSudo from './dockerfile/no-sudo.ts';
import noUnreachableStages from './dockerfile/no-unreachable-stages.ts';
import noWholeFilesystemCopy from './dockerfile/no-whole-filesystem-copy.ts';
import nonRootUser from './dockerfile/non-root-user.ts';
import pinnedApkPackages from './dockerfile/pinned-apk-packages.ts';
import pinnedAptPackages from './dockerfile/pinned-apt-packages.ts';
import pinnedDnfPackages from './dockerfile/pinned-dnf-packages.ts';
import pinnedGems from './dockerfile/pinned-gems.ts';
import pinnedGoTools from './dockerfile/pinned-go-tools.ts';
import pinnedNpmPackages from './dockerfile/pinned-npm-packages.ts';
import pinnedPipPackages from './dockerfile/pinned-pip-packages.ts';
import pinnedZypperPackages from './dockerfile/pinned-zypper-packages.ts';
import pipNoCacheDir from './dockerfile/pip-no-cache-dir.ts';
import redundantTargetPlatform from './dockerfile/redundant-target-platform.ts';
import singleCmdAndEntrypoint from './dockerfile/single-cmd-and-entrypoint.ts';
import stagesByName from './dockerfile/stages-by-name.ts';
import supportedBaseImage from './dockerfile/supported-base-image.ts';
import taggedBaseImage from './dockerfile/tagged-base-image.ts';
import taggedCopiedImage from './dockerfile/tagged-copied-image.ts';
import uniqueStageNames from './dockerfile/unique-stage-names.ts';
import updateWithInstall from './dockerfile/update-with-install.ts';
import validDockerfile from './dockerfile/valid-dockerfile.ts';
import verifiedPackages from './dockerfile/verified-packages.ts';
import verifiedTls from './dockerfile/verified-tls.ts';
import workdirInsteadOfCd from './dockerfile/workdir-instead-of-cd.ts';
import zypperCacheRemoved from './dockerfile/zypper-cache-removed.ts';
import zypperNonInteractive from './dockerfile/zypper-non-interactive.ts';

const rules: readonly Rule[] = [
  absoluteWorkdir,
  apkNoCache,
  aptGetInsteadOfApt,
  aptGetYes,
  aptListsRemoved,
  consistentInstructionCasing,
  copyFromEarlierStage,
  copyFromKnownStage,
  copyInsteadOfAdd,
  defaultBaseImage,
  directoryEndsWithSlash,
  dnfCacheRemoved,
  dnfYes,
  execFormCmd,
  exposeProtocolCasing,
  finalUserNotRoot,
  fromAsCasing,
  keyValueWithEquals,
  knownInstructions,
  noEmptyContinuation,
  noEmptyStageSource,
  noFullUpgrade,
  noInstallRecommends,
  noMaintainer,
  noPipedDownload,
  noRunInEmptyImage,
  noSecretsInArgEnv,
  noSudo,
  noUnreachableStages,
  noWholeFilesystemCopy,
  nonRootUser,
  pinnedApkPackages,
  pinnedAptPackages,
  pinnedDnfPackages,
  pinnedGems,
  pinnedGoTools,
  pinnedNpmPackages,
  pinnedPipPackages,
  pinnedZypperPackages,
  pipNoCacheDir,
  redundantTargetPlatform,
  singleCmdAndEntrypoint,
  stagesByName,
  supportedBaseImage,
  taggedBaseImage,
  taggedCopiedImage,
  uniqueStageNames,
  updateWithInstall,
  validDockerfile,
  verifiedPackages,
  verifiedTls,
  workdirInsteadOfCd,
  zypperCacheRemoved,
  zypperNonInteractive,
];

export default rules;
