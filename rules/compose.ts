// Every rule on Compose files, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import backedUpData from './compose/backed-up-data.ts';
import bindPublishedPorts from './compose/bind-published-ports.ts';
import capDropAll from './compose/cap-drop-all.ts';
import cmdShellInOneText from './compose/cmd-shell-in-one-text.ts';
import countedGpus from './compose/counted-gpus.ts';
import cpuLimit from './compose/cpu-limit.ts';
import definedReferences from './compose/defined-references.ts';
import dependencyWaitsForHealth from './compose/dependency-waits-for-health.ts';
import envFileNotInRepository from './compose/env-file-not-in-repository.ts';
import fixedHostPorts from './compose/fixed-host-ports.ts';
import healthcheckTestForm from './compose/healthcheck-test-form.ts';
import healthcheckTiming from './compose/healthcheck-timing.ts';
import limitedRestarts from './compose/limited-restarts.ts';
import limitedUlimits from './compose/limited-ulimits.ts';
import memoryLimit from './compose/memory-limit.ts';
import namespacedSysctls from './compose/namespaced-sysctls.ts';
import networkModeWithoutNetworks from './compose/network-mode-without-networks.ts';
import noApiSocket from './compose/no-api-socket.ts';
import noBuildAndImage from './compose/no-build-and-image.ts';
import noCgroupParent from './compose/no-cgroup-parent.ts';
import noCredentialLiterals from './compose/no-credential-literals.ts';
import noDefaultCredentials from './compose/no-default-credentials.ts';
import noDependencyCycles from './compose/no-dependency-cycles.ts';
import noDisabledLogging from './compose/no-disabled-logging.ts';
import noDisabledOomKill from './compose/no-disabled-oom-kill.ts';
import noDockerSocket from './compose/no-docker-socket.ts';
import noDroppedCommands from './compose/no-dropped-commands.ts';
import noHostIdentity from './compose/no-host-identity.ts';
import noHostNamespaces from './compose/no-host-namespaces.ts';
import noHostNetwork from './compose/no-host-network.ts';
import noKernelCapabilities from './compose/no-kernel-capabilities.ts';
import noKernelLog from './compose/no-kernel-log.ts';
import noLinks from './compose/no-links.ts';
import noLooseTmpfs from './compose/no-loose-tmpfs.ts';
import noNestedExternalName from './compose/no-nested-external-name.ts';
import noNewPrivileges from './compose/no-new-privileges.ts';
import noObsoleteVersion from './compose/no-obsolete-version.ts';
import noOpenDeviceRules from './compose/no-open-device-rules.ts';
import noPersonalPaths from './compose/no-personal-paths.ts';
import noPriorityCapabilities from './compose/no-priority-capabilities.ts';
import noPrivileged from './compose/no-privileged.ts';
import noPrivilegedBuild from './compose/no-privileged-build.ts';
import noPrivilegedPorts from './compose/no-privileged-ports.ts';
import noProcessCapabilities from './compose/no-process-capabilities.ts';
import noPublicDatabasePorts from './compose/no-public-database-ports.ts';
import noRawDisks from './compose/no-raw-disks.ts';
import noRedundantExpose from './compose/no-redundant-expose.ts';
import noRootCapabilities from './compose/no-root-capabilities.ts';
import noRootServiceUser from './compose/no-root-service-user.ts';
import noSecretBuildArgs from './compose/no-secret-build-args.ts';
import noSecretsInCommands from './compose/no-secrets-in-commands.ts';
import noSensitiveHostPaths from './compose/no-sensitive-host-paths.ts';
import noSharedContainerNamespaces from './compose/no-shared-container-namespaces.ts';
import noSharedPropagation from './compose/no-shared-propagation.ts';
import noSshServer from './compose/no-ssh-server.ts';
import noStrongCapabilities from './compose/no-strong-capabilities.ts';
import noUnconfinedProfiles from './compose/no-unconfined-profiles.ts';
import noUnusedDefinitions from './compose/no-unused-definitions.ts';
import noVolumesSharedByServices from './compose/no-volumes-shared-by-services.ts';
import noWholeHost from './compose/no-whole-host.ts';
import noWritableHostSystem from './compose/no-writable-host-system.ts';
import oneDefaultComposeFile from './compose/one-default-compose-file.ts';
import persistentDatabase from './compose/persistent-database.ts';
import pidsLimit from './compose/pids-limit.ts';
import plainVolumes from './compose/plain-volumes.ts';
import privatePropagation from './compose/private-propagation.ts';
import projectName from './compose/project-name.ts';
import quotedPorts from './compose/quoted-ports.ts';
import readOnlyConfigMounts from './compose/read-only-config-mounts.ts';
import readOnlyRoot from './compose/read-only-root.ts';
import restartPolicy from './compose/restart-policy.ts';
import rotatedLogs from './compose/rotated-logs.ts';
import sameEnvironmentForm from './compose/same-environment-form.ts';
import securityProfileNamed from './compose/security-profile-named.ts';
import separateNetworks from './compose/separate-networks.ts';
import serviceHasImageOrBuild from './compose/service-has-image-or-build.ts';
import serviceHealthcheck from './compose/service-healthcheck.ts';
import serviceImageDigest from './compose/service-image-digest.ts';
import serviceImageRegistry from './compose/service-image-registry.ts';
import serviceUserNamed from './compose/service-user-named.ts';
import singleNamedContainer from './compose/single-named-container.ts';
import sortedDependencies from './compose/sorted-dependencies.ts';
import sortedPorts from './compose/sorted-ports.ts';
import sortedServiceKeys from './compose/sorted-service-keys.ts';
import sortedServices from './compose/sorted-services.ts';
import sortedTopLevelKeys from './compose/sorted-top-level-keys.ts';
import supportedServiceImage from './compose/supported-service-image.ts';
import taggedImage from './compose/tagged-image.ts';
import unambiguousPorts from './compose/unambiguous-ports.ts';
import uniqueContainerNames from './compose/unique-container-names.ts';
import uniqueMountTargets from './compose/unique-mount-targets.ts';
import uniquePublishedPorts from './compose/unique-published-ports.ts';
import validContainerName from './compose/valid-container-name.ts';
import validSchema from './compose/valid-schema.ts';
import validYaml from './compose/valid-yaml.ts';
import volumeAtDataFolder from './compose/volume-at-data-folder.ts';
import volumesWithoutHostPaths from './compose/volumes-without-host-paths.ts';

const rules: readonly Rule[] = [
  backedUpData,
  bindPublishedPorts,
  capDropAll,
  cmdShellInOneText,
  countedGpus,
  cpuLimit,
  definedReferences,
  dependencyWaitsForHealth,
  envFileNotInRepository,
  fixedHostPorts,
  healthcheckTestForm,
  healthcheckTiming,
  limitedRestarts,
  limitedUlimits,
  memoryLimit,
  namespacedSysctls,
  networkModeWithoutNetworks,
  noApiSocket,
  noBuildAndImage,
  noCgroupParent,
  noCredentialLiterals,
  noDefaultCredentials,
  noDependencyCycles,
  noDisabledLogging,
  noDisabledOomKill,
  noDockerSocket,
  noDroppedCommands,
  noHostIdentity,
  noHostNamespaces,
  noHostNetwork,
  noKernelCapabilities,
  noKernelLog,
  noLinks,
  noLooseTmpfs,
  noNestedExternalName,
  noNewPrivileges,
  noObsoleteVersion,
  noOpenDeviceRules,
  noPersonalPaths,
  noPriorityCapabilities,
  noPrivileged,
  noPrivilegedBuild,
  noPrivilegedPorts,
  noProcessCapabilities,
  noPublicDatabasePorts,
  noRawDisks,
  noRedundantExpose,
  noRootCapabilities,
  noRootServiceUser,
  noSecretBuildArgs,
  noSecretsInCommands,
  noSensitiveHostPaths,
  noSharedContainerNamespaces,
  noSharedPropagation,
  noSshServer,
  noStrongCapabilities,
  noUnconfinedProfiles,
  noUnusedDefinitions,
  noVolumesSharedByServices,
  noWholeHost,
  noWritableHostSystem,
  oneDefaultComposeFile,
  persistentDatabase,
  pidsLimit,
  plainVolumes,
  privatePropagation,
  projectName,
  quotedPorts,
  readOnlyConfigMounts,
  readOnlyRoot,
  restartPolicy,
  rotatedLogs,
  sameEnvironmentForm,
  securityProfileNamed,
  separateNetworks,
  serviceHasImageOrBuild,
  serviceHealthcheck,
  serviceImageDigest,
  serviceImageRegistry,
  serviceUserNamed,
  singleNamedContainer,
  sortedDependencies,
  sortedPorts,
  sortedServiceKeys,
  sortedServices,
  sortedTopLevelKeys,
  supportedServiceImage,
  taggedImage,
  unambiguousPorts,
  uniqueContainerNames,
  uniqueMountTargets,
  uniquePublishedPorts,
  validContainerName,
  validSchema,
  validYaml,
  volumeAtDataFolder,
  volumesWithoutHostPaths,
];

export default rules;
