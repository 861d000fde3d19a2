// Every rule on Compose files, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import bindPublishedPorts from './compose/bind-published-ports.ts';
import definedReferences from './compose/defined-references.ts';
import healthcheckTestForm from './compose/healthcheck-test-form.ts';
import networkModeWithoutNetworks from './compose/network-mode-without-networks.ts';
import noApiSocket from './compose/no-api-socket.ts';
import noCredentialLiterals from './compose/no-credential-literals.ts';
import noDefaultCredentials from './compose/no-default-credentials.ts';
import noDependencyCycles from './compose/no-dependency-cycles.ts';
import noDockerSocket from './compose/no-docker-socket.ts';
import noHostNamespaces from './compose/no-host-namespaces.ts';
import noNewPrivileges from './compose/no-new-privileges.ts';
import noObsoleteVersion from './compose/no-obsolete-version.ts';
import noPrivileged from './compose/no-privileged.ts';
import noPublicDatabasePorts from './compose/no-public-database-ports.ts';
import noRootCapabilities from './compose/no-root-capabilities.ts';
import noSensitiveHostPaths from './compose/no-sensitive-host-paths.ts';
import noStrongCapabilities from './compose/no-strong-capabilities.ts';
import noUnconfinedProfiles from './compose/no-unconfined-profiles.ts';
import noUnusedDefinitions from './compose/no-unused-definitions.ts';
import noWritableHostSystem from './compose/no-writable-host-system.ts';
import quotedPorts from './compose/quoted-ports.ts';
import serviceHasImageOrBuild from './compose/service-has-image-or-build.ts';
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
  definedReferences,
  healthcheckTestForm,
  networkModeWithoutNetworks,
  noApiSocket,
  noCredentialLiterals,
  noDefaultCredentials,
  noDependencyCycles,
  noDockerSocket,
  noHostNamespaces,
  noNewPrivileges,
  noObsoleteVersion,
  noPrivileged,
  noPublicDatabasePorts,
  noRootCapabilities,
  noSensitiveHostPaths,
  noStrongCapabilities,
  noUnconfinedProfiles,
  noUnusedDefinitions,
  noWritableHostSystem,
  quotedPorts,
  serviceHasImageOrBuild,
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
