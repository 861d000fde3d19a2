// Every rule, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import dockerfileAbsoluteWorkdir from './dockerfile/absolute-workdir.ts';
import dockerfileApkNoCache from './dockerfile/apk-no-cache.ts';
import dockerfileAptGetYes from './dockerfile/apt-get-yes.ts';
import dockerfileAptListsRemoved from './dockerfile/apt-lists-removed.ts';
import dockerfileCopyFromEarlierStage from './dockerfile/copy-from-earlier-stage.ts';
import dockerfileCopyInsteadOfAdd from './dockerfile/copy-instead-of-add.ts';
import dockerfileExecFormCmd from './dockerfile/exec-form-cmd.ts';
import dockerfileFinalUserNotRoot from './dockerfile/final-user-not-root.ts';
import dockerfileFromAsCasing from './dockerfile/from-as-casing.ts';
import dockerfileKeyValueWithEquals from './dockerfile/key-value-with-equals.ts';
import dockerfileKnownInstructions from './dockerfile/known-instructions.ts';
import dockerfileNoInstallRecommends from './dockerfile/no-install-recommends.ts';
import dockerfileNoMaintainer from './dockerfile/no-maintainer.ts';
import dockerfileNoPipedDownload from './dockerfile/no-piped-download.ts';
import dockerfileNoSecretsInArgEnv from './dockerfile/no-secrets-in-arg-env.ts';
import dockerfileNoSudo from './dockerfile/no-sudo.ts';
import dockerfileNonRootUser from './dockerfile/non-root-user.ts';
import dockerfilePipNoCacheDir from './dockerfile/pip-no-cache-dir.ts';
import dockerfileSingleCmdAndEntrypoint from './dockerfile/single-cmd-and-entrypoint.ts';
import dockerfileTaggedBaseImage from './dockerfile/tagged-base-image.ts';
import dockerfileUniqueStageNames from './dockerfile/unique-stage-names.ts';
import dockerfileValidDockerfile from './dockerfile/valid-dockerfile.ts';
import dockerfileWorkdirInsteadOfCd from './dockerfile/workdir-instead-of-cd.ts';

const rules: readonly Rule[] = [
  dockerfileAbsoluteWorkdir,
  dockerfileApkNoCache,
  dockerfileAptGetYes,
  dockerfileAptListsRemoved,
  dockerfileCopyFromEarlierStage,
  dockerfileCopyInsteadOfAdd,
  dockerfileExecFormCmd,
  dockerfileFinalUserNotRoot,
  dockerfileFromAsCasing,
  dockerfileKeyValueWithEquals,
  dockerfileKnownInstructions,
  dockerfileNoInstallRecommends,
  dockerfileNoMaintainer,
  dockerfileNoPipedDownload,
  dockerfileNoSecretsInArgEnv,
  dockerfileNoSudo,
  dockerfileNonRootUser,
  dockerfilePipNoCacheDir,
  dockerfileSingleCmdAndEntrypoint,
  dockerfileTaggedBaseImage,
  dockerfileUniqueStageNames,
  dockerfileValidDockerfile,
  dockerfileWorkdirInsteadOfCd,
];

export default rules;
