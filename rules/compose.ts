// Every rule on Compose files, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
import bindPublishedPorts from './compose/bind-published-ports.ts';
import definedReferences from './compose/defined-references.ts';
import noApiSocket from './compose/no-api-socket.ts';
import noCredentialLiterals from './compose/no-credential-literals.ts';
import noDefaultCredentials from './compose/no-default-credentials.ts';
import noDependencyCycles from './compose/no-dependency-cycles.ts';
import noDockerSocket from './compose/no-docker-socket.ts';
import noNewPrivileges from './compose/no-new-privileges.ts';
import noObsoleteVersion from './compose/no-obsolete-version.ts';
import noPrivileged from './compose/no-privileged.ts';
import noPublicDatabasePorts from './compose/no-public-database-ports.ts';
import noUnusedDefinitions from './compose/no-unused-definitions.ts';
import quotedPorts from './compose/quoted-ports.ts';
import taggedImage from './compose/tagged-image.ts';
import unambiguousPorts from './compose/unambiguous-ports.ts';
import validSchema from './compose/valid-schema.ts';
import validYaml from './compose/valid-yaml.ts';

const rules: readonly Rule[] = [
  bindPublishedPorts,
  definedReferences,
  noApiSocket,
  noCredentialLiterals,
  noDefaultCredentials,
  noDependencyCycles,
  noDockerSocket,
  noNewPrivileges,
  noObsoleteVersion,
  noPrivileged,
  noPublicDatabasePorts,
  noUnusedDefinitions,
  quotedPorts,
  taggedImage,
  unambiguousPorts,
  validSchema,
  validYaml,
];

export default rules;
