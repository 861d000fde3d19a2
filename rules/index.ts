// Every rule, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import dockerfileAbsoluteWorkdir from './dockerfile/absolute-workdir.ts';
import dockerfileApkNoCache from './dockerfile/apk-no-cache.ts';
import dockerfileAptGetYes from './dockerfile/apt-get-yes.ts';
import dockerfileAptListsRemoved from './dockerfile/apt-lists-removed.ts';
import dockerfileConsistentInstructionCasing from './dockerfile/consistent-instruction-casing.ts';
import dockerfileCopyFromEarlierStage from './dockerfile/copy-from-earlier-stage.ts';
import dockerfileCopyInsteadOfAdd from './dockerfile/copy-instead-of-add.ts';
import dockerfileDirectoryEndsWithSlash from './dockerfile/directory-ends-with-slash.ts';
import dockerfileExecFormCmd from './dockerfile/exec-form-cmd.ts';
import dockerfileExposeProtocolCasing from './dockerfile/expose-protocol-casing.ts';
import dockerfileFinalUserNotRoot from './dockerfile/final-user-not-root.ts';
import dockerfileFromAsCasing from './dockerfile/from-as-casing.ts';
import dockerfileKeyValueWithEquals from './dockerfile/key-value-with-equals.ts';
import dockerfileKnownInstructions from './dockerfile/known-instructions.ts';
import dockerfileNoEmptyContinuation from './dockerfile/no-empty-continuation.ts';
import dockerfileNoInstallRecommends from './dockerfile/no-install-recommends.ts';
import dockerfileNoMaintainer from './dockerfile/no-maintainer.ts';
import dockerfileNoPipedDownload from './dockerfile/no-piped-download.ts';
import dockerfileNoSecretsInArgEnv from './dockerfile/no-secrets-in-arg-env.ts';
import dockerfileNoSudo from './dockerfile/no-sudo.ts';
import dockerfileNonRootUser from './dockerfile/non-root-user.ts';
import dockerfilePipNoCacheDir from './dockerfile/pip-no-cache-dir.ts';
import dockerfileRedundantTargetPlatform from './dockerfile/redundant-target-platform.ts';
import dockerfileSingleCmdAndEntrypoint from './dockerfile/single-cmd-and-entrypoint.ts';
import dockerfileTaggedBaseImage from './dockerfile/tagged-base-image.ts';
import dockerfileUniqueStageNames from './dockerfile/unique-stage-names.ts';
import dockerfileValidDockerfile from './dockerfile/valid-dockerfile.ts';
import dockerfileVerifiedPackages from './dockerfile/verified-packages.ts';
import dockerfileVerifiedTls from './dockerfile/verified-tls.ts';
import dockerfileWorkdirInsteadOfCd from './dockerfile/workdir-instead-of-cd.ts';

const rules: readonly Rule[] = [
  dockerfileAbsoluteWorkdir,
  dockerfileApkNoCache,
  dockerfileAptGetYes,
  dockerfileAptListsRemoved,
  dockerfileConsistentInstructionCasing,
  dockerfileCopyFromEarlierStage,
  dockerfileCopyInsteadOfAdd,
  dockerfileDirectoryEndsWithSlash,
  dockerfileExecFormCmd,
  dockerfileExposeProtocolCasing,
  dockerfileFinalUserNotRoot,
  dockerfileFromAsCasing,
  dockerfileKeyValueWithEquals,
  dockerfileKnownInstructions,
  dockerfileNoEmptyContinuation,
  dockerfileNoInstallRecommends,
  dockerfileNoMaintainer,
  dockerfileNoPipedDownload,
  dockerfileNoSecretsInArgEnv,
  dockerfileNoSudo,
  dockerfileNonRootUser,
  dockerfilePipNoCacheDir,
  dockerfileRedundantTargetPlatform,
  dockerfileSingleCmdAndEntrypoint,
  dockerfileTaggedBaseImage,
  dockerfileUniqueStageNames,
  dockerfileValidDockerfile,
  dockerfileVerifiedPackages,
  dockerfileVerifiedTls,
  dockerfileWorkdirInsteadOfCd,
];

export default rules;
