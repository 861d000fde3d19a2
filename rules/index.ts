// Every rule, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import composeBindPublishedPorts from './compose/bind-published-ports.ts';
import composeDefinedReferences from './compose/defined-references.ts';
import composeNoApiSocket from './compose/no-api-socket.ts';
import composeNoCredentialLiterals from './compose/no-credential-literals.ts';
import composeNoDefaultCredentials from './compose/no-default-credentials.ts';
import composeNoDependencyCycles from './compose/no-dependency-cycles.ts';
import composeNoDockerSocket from './compose/no-docker-socket.ts';
import composeNoNewPrivileges from './compose/no-new-privileges.ts';
import composeNoObsoleteVersion from './compose/no-obsolete-version.ts';
import composeNoPrivileged from './compose/no-privileged.ts';
import composeNoPublicDatabasePorts from './compose/no-public-database-ports.ts';
import composeNoUnusedDefinitions from './compose/no-unused-definitions.ts';
import composeQuotedPorts from './compose/quoted-ports.ts';
import composeTaggedImage from './compose/tagged-image.ts';
import composeUnambiguousPorts from './compose/unambiguous-ports.ts';
import composeValidSchema from './compose/valid-schema.ts';
import composeValidYaml from './compose/valid-yaml.ts';
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
import projectDeclaredBuildArgs from './project/declared-build-args.ts';
import projectDependencySharesProfile from './project/dependency-shares-profile.ts';
import projectExistingBuildTarget from './project/existing-build-target.ts';
import projectHealthyDependencyHasHealthcheck from './project/healthy-dependency-has-healthcheck.ts';

const rules: readonly Rule[] = [
  composeBindPublishedPorts,
  composeDefinedReferences,
  composeNoApiSocket,
  composeNoCredentialLiterals,
  composeNoDefaultCredentials,
  composeNoDependencyCycles,
  composeNoDockerSocket,
  composeNoNewPrivileges,
  composeNoObsoleteVersion,
  composeNoPrivileged,
  composeNoPublicDatabasePorts,
  composeNoUnusedDefinitions,
  composeQuotedPorts,
  composeTaggedImage,
  composeUnambiguousPorts,
  composeValidSchema,
  composeValidYaml,
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
  projectDeclaredBuildArgs,
  projectDependencySharesProfile,
  projectExistingBuildTarget,
  projectHealthyDependencyHasHealthcheck,
];

export default rules;
