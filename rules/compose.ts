// Every rule on Compose files, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import bindPublishedPorts from './compose/bind-published-ports.ts';
import capDropAll from './compose/cap-drop-all.ts';
import countedGpus from './compose/counted-gpus.ts';
import cpuLimit from './compose/cpu-limit.ts';
import definedReferences from './compose/defined-references.ts';
import dependencyWaitsForHealth from './compose/dependency-waits-for-health.ts';
import healthcheckTestForm from './compose/healthcheck-test-form.ts';
import healthcheckTiming from './compose/healthcheck-timing.ts';
import limitedRestarts from './compose/limited-restarts.ts';
import limitedUlimits from './compose/limited-ulimits.ts';
import memoryLimit from './compose/memory-limit.ts';
import namespacedSysctls from './compose/namespaced-sysctls.ts';
import networkModeWithoutNetworks from './compose/network-mode-without-networks.ts';
import noApiSocket from './compose/no-api-socket.ts';
import noCgroupParent from './compose/no-cgroup-parent.ts';
import noCredentialLiterals from './compose/no-credential-literals.ts';
import noDefaultCredentials from './compose/no-default-credentials.ts';
import noDependencyCycles from './compose/no-dependency-cycles.ts';
import noDisabledLogging from './compose/no-disabled-logging.ts';
import noDisabledOomKill from './compose/no-disabled-oom-kill.ts';
import noDockerSocket from './compose/no-docker-socket.ts';
import noHostNamespaces from './compose/no-host-namespaces.ts';
import noNewPrivileges from './compose/no-new-privileges.ts';
import noObsoleteVersion from './compose/no-obsolete-version.ts';
import noOpenDeviceRules from './compose/no-open-device-rules.ts';
import noPrivileged from './compose/no-privileged.ts';
import noPublicDatabasePorts from './compose/no-public-database-ports.ts';
import noRawDisks from './compose/no-raw-disks.ts';
import noRootCapabilities from './compose/no-root-capabilities.ts';
import noRootServiceUser from './compose/no-root-service-user.ts';
import noSensitiveHostPaths from './compose/no-sensitive-host-paths.ts';
import noSharedContainerNamespaces from './compose/no-shared-container-namespaces.ts';
import noStrongCapabilities from './compose/no-strong-capabilities.ts';
import noUnconfinedProfiles from './compose/no-unconfined-profiles.ts';
import noUnusedDefinitions from './compose/no-unused-definitions.ts';
import noWritableHostSystem from './compose/no-writable-host-system.ts';
import pidsLimit from './compose/pids-limit.ts';
import quotedPorts from './compose/quoted-ports.ts';
import readOnlyRoot from './compose/read-only-root.ts';
import restartPolicy from './compose/restart-policy.ts';
import rotatedLogs from './compose/rotated-logs.ts';
import securityProfileNamed from './compose/security-profile-named.ts';
import serviceHasImageOrBuild from './compose/service-has-image-or-build.ts';
import serviceHealthcheck from './compose/service-healthcheck.ts';
import serviceUserNamed from './compose/service-user-named.ts';
import singleNamedContainer from './compose/single-named-container.ts';
import taggedImage from './compose/tagged-image.ts';
import unambiguousPorts from './compose/unambiguous-ports.ts';
import uniqueContainerNames from './compose/unique-container-names.ts';
import uniqueMountTargets from './compose/unique-mount-targets.ts';
import uniquePublishedPorts from './compose/unique-published-ports.ts';
import validSchema from './compose/valid-schema.ts';
import validYaml from './compose/valid-yaml.ts';

const rules: readonly Rule[] = [
  bindPublishedPorts,
  capDropAll,
  countedGpus,
  cpuLimit,
  definedReferences,
  dependencyWaitsForHealth,
  healthcheckTestForm,
  healthcheckTiming,
  limitedRestarts,
  limitedUlimits,
  memoryLimit,
  namespacedSysctls,
  networkModeWithoutNetworks,
  noApiSocket,
  noCgroupParent,
  noCredentialLiterals,
  noDefaultCredentials,
  noDependencyCycles,
  noDisabledLogging,
  noDisabledOomKill,
  noDockerSocket,
  noHostNamespaces,
  noNewPrivileges,
  noObsoleteVersion,
  noOpenDeviceRules,
  noPrivileged,
  noPublicDatabasePorts,
  noRawDisks,
  noRootCapabilities,
  noRootServiceUser,
  noSensitiveHostPaths,
  noSharedContainerNamespaces,
  noStrongCapabilities,
  noUnconfinedProfiles,
  noUnusedDefinitions,
  noWritableHostSystem,
  pidsLimit,
  quotedPorts,
  readOnlyRoot,
  restartPolicy,
  rotatedLogs,
  securityProfileNamed,
  serviceHasImageOrBuild,
  serviceHealthcheck,
  serviceUserNamed,
  singleNamedContainer,
  taggedImage,
  unambiguousPorts,
  uniqueContainerNames,
  uniqueMountTargets,
  uniquePublishedPorts,
  validSchema,
  validYaml,
];

export default rules;
