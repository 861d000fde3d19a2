// Every rule on Dockerfiles, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import absoluteWorkdir from './dockerfile/absolute-workdir.ts';
import addUnpacksArchives from './dockerfile/add-unpacks-archives.ts';
import apkNoCache from './dockerfile/apk-no-cache.ts';
import aptGetInsteadOfApt from './dockerfile/apt-get-instead-of-apt.ts';
import aptGetYes from './dockerfile/apt-get-yes.ts';
import aptListsRemoved from './dockerfile/apt-lists-removed.ts';
import archivesByAdd from './dockerfile/archives-by-add.ts';
import argsInScope from './dockerfile/args-in-scope.ts';
import bootsnapOneJob from './dockerfile/bootsnap-one-job.ts';
import bundleDeployment from './dockerfile/bundle-deployment.ts';
import bundleWithoutDevelopment from './dockerfile/bundle-without-development.ts';
import bundlerCacheRemoved from './dockerfile/bundler-cache-removed.ts';
import bundlerSettings from './dockerfile/bundler-settings.ts';
import canonicalStopsignal from './dockerfile/canonical-stopsignal.ts';
import catchableStopsignal from './dockerfile/catchable-stopsignal.ts';
import composerNoDev from './dockerfile/composer-no-dev.ts';
import consistentInstructionCasing from './dockerfile/consistent-instruction-casing.ts';
import containerPortsOnly from './dockerfile/container-ports-only.ts';
import copiedFilesBelongToUser from './dockerfile/copied-files-belong-to-user.ts';
import copyFromEarlierStage from './dockerfile/copy-from-earlier-stage.ts';
import copyFromKnownStage from './dockerfile/copy-from-known-stage.ts';
import copyHeredoc from './dockerfile/copy-heredoc.ts';
import copyInsteadOfAdd from './dockerfile/copy-instead-of-add.ts';
import copyToAbsolutePath from './dockerfile/copy-to-absolute-path.ts';
import copyWithMode from './dockerfile/copy-with-mode.ts';
import cudaOfOneVersion from './dockerfile/cuda-of-one-version.ts';
import curlFailsOnErrors from './dockerfile/curl-fails-on-errors.ts';
import curlFollowsRedirects from './dockerfile/curl-follows-redirects.ts';
import declaredArgsInFrom from './dockerfile/declared-args-in-from.ts';
import defaultBaseImage from './dockerfile/default-base-image.ts';
import definedVariables from './dockerfile/defined-variables.ts';
import dependenciesBeforeSource from './dockerfile/dependencies-before-source.ts';
import describedDefinitions from './dockerfile/described-definitions.ts';
import digestPinnedImage from './dockerfile/digest-pinned-image.ts';
import directiveCasing from './dockerfile/directive-casing.ts';
import directoryEndsWithSlash from './dockerfile/directory-ends-with-slash.ts';
import dnfCacheRemoved from './dockerfile/dnf-cache-removed.ts';
import dnfYes from './dockerfile/dnf-yes.ts';
import downloadsWithRetry from './dockerfile/downloads-with-retry.ts';
import effectiveDirectives from './dockerfile/effective-directives.ts';
import epilogueOrder from './dockerfile/epilogue-order.ts';
import execFormCmd from './dockerfile/exec-form-cmd.ts';
import execFormEverywhere from './dockerfile/exec-form-everywhere.ts';
import execFormHealthcheck from './dockerfile/exec-form-healthcheck.ts';
import execFormInWords from './dockerfile/exec-form-in-words.ts';
import expectedLabels from './dockerfile/expected-labels.ts';
import exposeProtocolCasing from './dockerfile/expose-protocol-casing.ts';
import fewDriverCapabilities from './dockerfile/few-driver-capabilities.ts';
import finalNewline from './dockerfile/final-newline.ts';
import finalUserNotRoot from './dockerfile/final-user-not-root.ts';
import formattedHeredocs from './dockerfile/formatted-heredocs.ts';
import fromAsCasing from './dockerfile/from-as-casing.ts';
import gitByAdd from './dockerfile/git-by-add.ts';
import groupedLabels from './dockerfile/grouped-labels.ts';
import hasHealthcheck from './dockerfile/has-healthcheck.ts';
import heredocForLongRun from './dockerfile/heredoc-for-long-run.ts';
import heredocStopsAtErrors from './dockerfile/heredoc-stops-at-errors.ts';
import indentedStages from './dockerfile/indented-stages.ts';
import isolatedRun from './dockerfile/isolated-run.ts';
import keepsSupplementaryGroups from './dockerfile/keeps-supplementary-groups.ts';
import keyValueWithEquals from './dockerfile/key-value-with-equals.ts';
import knownInstructions from './dockerfile/known-instructions.ts';
import knownUserInScratch from './dockerfile/known-user-in-scratch.ts';
import knownVariableForms from './dockerfile/known-variable-forms.ts';
import linesBetweenKinds from './dockerfile/lines-between-kinds.ts';
import lowerCaseStageNames from './dockerfile/lower-case-stage-names.ts';
import maxLines from './dockerfile/max-lines.ts';
import mergedCopies from './dockerfile/merged-copies.ts';
import mergedRuns from './dockerfile/merged-runs.ts';
import microdnfYes from './dockerfile/microdnf-yes.ts';
import noAdminPorts from './dockerfile/no-admin-ports.ts';
import noBashisms from './dockerfile/no-bashisms.ts';
import noBuildToolsInImage from './dockerfile/no-build-tools-in-image.ts';
import noBundlerAgain from './dockerfile/no-bundler-again.ts';
import noCachesInAnyStage from './dockerfile/no-caches-in-any-stage.ts';
import noCdInRun from './dockerfile/no-cd-in-run.ts';
import noConstantPlatform from './dockerfile/no-constant-platform.ts';
import noCudaAgain from './dockerfile/no-cuda-again.ts';
import noDebugEnv from './dockerfile/no-debug-env.ts';
import noDeniedPackages from './dockerfile/no-denied-packages.ts';
import noEmptyCommand from './dockerfile/no-empty-command.ts';
import noEmptyContinuation from './dockerfile/no-empty-continuation.ts';
import noEmptyStageSource from './dockerfile/no-empty-stage-source.ts';
import noFixedGpus from './dockerfile/no-fixed-gpus.ts';
import noFlattenedImage from './dockerfile/no-flattened-image.ts';
import noFullUpgrade from './dockerfile/no-full-upgrade.ts';
import noGpuQueries from './dockerfile/no-gpu-queries.ts';
import noGpuRuntimeInImage from './dockerfile/no-gpu-runtime-in-image.ts';
import noIgnoredFailures from './dockerfile/no-ignored-failures.ts';
import noInstallRecommends from './dockerfile/no-install-recommends.ts';
import noLabelsOfBuildx from './dockerfile/no-labels-of-buildx.ts';
import noLinuxFlagsOnWindows from './dockerfile/no-linux-flags-on-windows.ts';
import noLoginsInBuild from './dockerfile/no-logins-in-build.ts';
import noLoneUpdates from './dockerfile/no-lone-updates.ts';
import noLostEnvironment from './dockerfile/no-lost-environment.ts';
import noMaintainer from './dockerfile/no-maintainer.ts';
import noMisleadingPipCache from './dockerfile/no-misleading-pip-cache.ts';
import noMultiSpaces from './dockerfile/no-multi-spaces.ts';
import noMultiSpacesInCommands from './dockerfile/no-multi-spaces-in-commands.ts';
import noMultipleEmptyLines from './dockerfile/no-multiple-empty-lines.ts';
import noPasswordlessSudo from './dockerfile/no-passwordless-sudo.ts';
import noPasswordsInBuild from './dockerfile/no-passwords-in-build.ts';
import noPipedDownload from './dockerfile/no-piped-download.ts';
import noPlainHttp from './dockerfile/no-plain-http.ts';
import noPointlessCommands from './dockerfile/no-pointless-commands.ts';
import noRelativeWorkdir from './dockerfile/no-relative-workdir.ts';
import noReservedStageNames from './dockerfile/no-reserved-stage-names.ts';
import noRunInEmptyImage from './dockerfile/no-run-in-empty-image.ts';
import noSecretFiles from './dockerfile/no-secret-files.ts';
import noSecretLiterals from './dockerfile/no-secret-literals.ts';
import noSecretNamesInArgEnv from './dockerfile/no-secret-names-in-arg-env.ts';
import noSecretsInArgEnv from './dockerfile/no-secrets-in-arg-env.ts';
import noSelfReferringEnv from './dockerfile/no-self-referring-env.ts';
import noSetuidFiles from './dockerfile/no-setuid-files.ts';
import noStaleBaseDigest from './dockerfile/no-stale-base-digest.ts';
import noStopsignalOnWindows from './dockerfile/no-stopsignal-on-windows.ts';
import noSudo from './dockerfile/no-sudo.ts';
import noSystemDirectories from './dockerfile/no-system-directories.ts';
import noTextsInRun from './dockerfile/no-texts-in-run.ts';
import noTrailingSpaces from './dockerfile/no-trailing-spaces.ts';
import noUnknownCopySources from './dockerfile/no-unknown-copy-sources.ts';
import noUnreachableStages from './dockerfile/no-unreachable-stages.ts';
import noUseraddLog from './dockerfile/no-useradd-log.ts';
import noVariablesInExecForm from './dockerfile/no-variables-in-exec-form.ts';
import noVexInImage from './dockerfile/no-vex-in-image.ts';
import noWholeContext from './dockerfile/no-whole-context.ts';
import noWholeFilesystemCopy from './dockerfile/no-whole-filesystem-copy.ts';
import noWorldWritableFiles from './dockerfile/no-world-writable-files.ts';
import noXdebug from './dockerfile/no-xdebug.ts';
import noZeroDurations from './dockerfile/no-zero-durations.ts';
import nodeGypCacheMounts from './dockerfile/node-gyp-cache-mounts.ts';
import nonRootUser from './dockerfile/non-root-user.ts';
import npmCi from './dockerfile/npm-ci.ts';
import numericUser from './dockerfile/numeric-user.ts';
import offeredPlatform from './dockerfile/offered-platform.ts';
import oneCommandALine from './dockerfile/one-command-a-line.ts';
import oneDownloader from './dockerfile/one-downloader.ts';
import packageCacheMounts from './dockerfile/package-cache-mounts.ts';
import phpOpcache from './dockerfile/php-opcache.ts';
import pinnedApkPackages from './dockerfile/pinned-apk-packages.ts';
import pinnedAptPackages from './dockerfile/pinned-apt-packages.ts';
import pinnedDnfPackages from './dockerfile/pinned-dnf-packages.ts';
import pinnedGems from './dockerfile/pinned-gems.ts';
import pinnedGoTools from './dockerfile/pinned-go-tools.ts';
import pinnedNpmPackages from './dockerfile/pinned-npm-packages.ts';
import pinnedPipPackages from './dockerfile/pinned-pip-packages.ts';
import pinnedZypperPackages from './dockerfile/pinned-zypper-packages.ts';
import pipNoCacheDir from './dockerfile/pip-no-cache-dir.ts';
import pipefail from './dockerfile/pipefail.ts';
import powershellAsShell from './dockerfile/powershell-as-shell.ts';
import powershellStopsAtErrors from './dockerfile/powershell-stops-at-errors.ts';
import powershellWithoutProgress from './dockerfile/powershell-without-progress.ts';
import preloadedJemalloc from './dockerfile/preloaded-jemalloc.ts';
import privateSecretMounts from './dockerfile/private-secret-mounts.ts';
import railsAssetsWithoutKey from './dockerfile/rails-assets-without-key.ts';
import railsFoldersWritable from './dockerfile/rails-folders-writable.ts';
import railsHealthcheck from './dockerfile/rails-healthcheck.ts';
import redundantTargetPlatform from './dockerfile/redundant-target-platform.ts';
import registryCredentialsMounted from './dockerfile/registry-credentials-mounted.ts';
import rootOwnedCopies from './dockerfile/root-owned-copies.ts';
import secretMountsForCommands from './dockerfile/secret-mounts-for-commands.ts';
import shellInstruction from './dockerfile/shell-instruction.ts';
import shellcheck from './dockerfile/shellcheck.ts';
import shellcheckStyle from './dockerfile/shellcheck-style.ts';
import shortOfficialName from './dockerfile/short-official-name.ts';
import shortRunLines from './dockerfile/short-run-lines.ts';
import singleCmdAndEntrypoint from './dockerfile/single-cmd-and-entrypoint.ts';
import sortedLabels from './dockerfile/sorted-labels.ts';
import sortedPackages from './dockerfile/sorted-packages.ts';
import sortedShortLists from './dockerfile/sorted-short-lists.ts';
import stagesByName from './dockerfile/stages-by-name.ts';
import stopsignalOfProgram from './dockerfile/stopsignal-of-program.ts';
import supportedBaseImage from './dockerfile/supported-base-image.ts';
import taggedBaseImage from './dockerfile/tagged-base-image.ts';
import taggedCopiedImage from './dockerfile/tagged-copied-image.ts';
import taggedDefaultImage from './dockerfile/tagged-default-image.ts';
import telemetryOff from './dockerfile/telemetry-off.ts';
import trustedRegistries from './dockerfile/trusted-registries.ts';
import uniqueLabels from './dockerfile/unique-labels.ts';
import uniqueStageNames from './dockerfile/unique-stage-names.ts';
import updateWithInstall from './dockerfile/update-with-install.ts';
import upperCaseInstructions from './dockerfile/upper-case-instructions.ts';
import userIsSet from './dockerfile/user-is-set.ts';
import uvInsteadOfConda from './dockerfile/uv-instead-of-conda.ts';
import validDockerfile from './dockerfile/valid-dockerfile.ts';
import validExecForm from './dockerfile/valid-exec-form.ts';
import validLabelKeys from './dockerfile/valid-label-keys.ts';
import validLabelValues from './dockerfile/valid-label-values.ts';
import variablesSetHere from './dockerfile/variables-set-here.ts';
import verifiedDownloads from './dockerfile/verified-downloads.ts';
import verifiedPackages from './dockerfile/verified-packages.ts';
import verifiedRemoteAdd from './dockerfile/verified-remote-add.ts';
import verifiedTls from './dockerfile/verified-tls.ts';
import wgetWithoutProgressBar from './dockerfile/wget-without-progress-bar.ts';
import workdirInsteadOfCd from './dockerfile/workdir-instead-of-cd.ts';
import yarnCacheRemoved from './dockerfile/yarn-cache-removed.ts';
import yjitForRuby from './dockerfile/yjit-for-ruby.ts';
import zypperCacheRemoved from './dockerfile/zypper-cache-removed.ts';
import zypperNonInteractive from './dockerfile/zypper-non-interactive.ts';

const rules: readonly Rule[] = [
  absoluteWorkdir,
  addUnpacksArchives,
  apkNoCache,
  aptGetInsteadOfApt,
  aptGetYes,
  aptListsRemoved,
  archivesByAdd,
  argsInScope,
  bootsnapOneJob,
  bundleDeployment,
  bundleWithoutDevelopment,
  bundlerCacheRemoved,
  bundlerSettings,
  canonicalStopsignal,
  catchableStopsignal,
  composerNoDev,
  consistentInstructionCasing,
  containerPortsOnly,
  copiedFilesBelongToUser,
  copyFromEarlierStage,
  copyFromKnownStage,
  copyHeredoc,
  copyInsteadOfAdd,
  copyToAbsolutePath,
  copyWithMode,
  cudaOfOneVersion,
  curlFailsOnErrors,
  curlFollowsRedirects,
  declaredArgsInFrom,
  defaultBaseImage,
  definedVariables,
  dependenciesBeforeSource,
  describedDefinitions,
  digestPinnedImage,
  directiveCasing,
  directoryEndsWithSlash,
  dnfCacheRemoved,
  dnfYes,
  downloadsWithRetry,
  effectiveDirectives,
  epilogueOrder,
  execFormCmd,
  execFormEverywhere,
  execFormHealthcheck,
  execFormInWords,
  expectedLabels,
  exposeProtocolCasing,
  fewDriverCapabilities,
  finalNewline,
  finalUserNotRoot,
  formattedHeredocs,
  fromAsCasing,
  gitByAdd,
  groupedLabels,
  hasHealthcheck,
  heredocForLongRun,
  heredocStopsAtErrors,
  indentedStages,
  isolatedRun,
  keepsSupplementaryGroups,
  keyValueWithEquals,
  knownInstructions,
  knownUserInScratch,
  knownVariableForms,
  linesBetweenKinds,
  lowerCaseStageNames,
  maxLines,
  mergedCopies,
  mergedRuns,
  microdnfYes,
  noAdminPorts,
  noBashisms,
  noBuildToolsInImage,
  noBundlerAgain,
  noCachesInAnyStage,
  noCdInRun,
  noConstantPlatform,
  noCudaAgain,
  noDebugEnv,
  noDeniedPackages,
  noEmptyCommand,
  noEmptyContinuation,
  noEmptyStageSource,
  noFixedGpus,
  noFlattenedImage,
  noFullUpgrade,
  noGpuQueries,
  noGpuRuntimeInImage,
  noIgnoredFailures,
  noInstallRecommends,
  noLabelsOfBuildx,
  noLinuxFlagsOnWindows,
  noLoginsInBuild,
  noLoneUpdates,
  noLostEnvironment,
  noMaintainer,
  noMisleadingPipCache,
  noMultiSpaces,
  noMultiSpacesInCommands,
  noMultipleEmptyLines,
  noPasswordlessSudo,
  noPasswordsInBuild,
  noPipedDownload,
  noPlainHttp,
  noPointlessCommands,
  noRelativeWorkdir,
  noReservedStageNames,
  noRunInEmptyImage,
  noSecretFiles,
  noSecretLiterals,
  noSecretNamesInArgEnv,
  noSecretsInArgEnv,
  noSelfReferringEnv,
  noSetuidFiles,
  noStaleBaseDigest,
  noStopsignalOnWindows,
  noSudo,
  noSystemDirectories,
  noTextsInRun,
  noTrailingSpaces,
  noUnknownCopySources,
  noUnreachableStages,
  noUseraddLog,
  noVariablesInExecForm,
  noVexInImage,
  noWholeContext,
  noWholeFilesystemCopy,
  noWorldWritableFiles,
  noXdebug,
  noZeroDurations,
  nodeGypCacheMounts,
  nonRootUser,
  npmCi,
  numericUser,
  offeredPlatform,
  oneCommandALine,
  oneDownloader,
  packageCacheMounts,
  phpOpcache,
  pinnedApkPackages,
  pinnedAptPackages,
  pinnedDnfPackages,
  pinnedGems,
  pinnedGoTools,
  pinnedNpmPackages,
  pinnedPipPackages,
  pinnedZypperPackages,
  pipNoCacheDir,
  pipefail,
  powershellAsShell,
  powershellStopsAtErrors,
  powershellWithoutProgress,
  preloadedJemalloc,
  privateSecretMounts,
  railsAssetsWithoutKey,
  railsFoldersWritable,
  railsHealthcheck,
  redundantTargetPlatform,
  registryCredentialsMounted,
  rootOwnedCopies,
  secretMountsForCommands,
  shellInstruction,
  shellcheck,
  shellcheckStyle,
  shortOfficialName,
  shortRunLines,
  singleCmdAndEntrypoint,
  sortedLabels,
  sortedPackages,
  sortedShortLists,
  stagesByName,
  stopsignalOfProgram,
  supportedBaseImage,
  taggedBaseImage,
  taggedCopiedImage,
  taggedDefaultImage,
  telemetryOff,
  trustedRegistries,
  uniqueLabels,
  uniqueStageNames,
  updateWithInstall,
  upperCaseInstructions,
  userIsSet,
  uvInsteadOfConda,
  validDockerfile,
  validExecForm,
  validLabelKeys,
  validLabelValues,
  variablesSetHere,
  verifiedDownloads,
  verifiedPackages,
  verifiedRemoteAdd,
  verifiedTls,
  wgetWithoutProgressBar,
  workdirInsteadOfCd,
  yarnCacheRemoved,
  yjitForRuby,
  zypperCacheRemoved,
  zypperNonInteractive,
];

export default rules;
