// What rules may ask of Compose files.
export { addedCapabilities } from './added-capabilities.ts';
export { addedEntry, oneWord } from './added-entry.ts';
export { hostMounts } from './bound-volume.ts';
export { checkingTool } from './checking-tool.ts';
export { commandSecrets, labelSecrets } from './command-secrets.ts';
export { withConditions } from './conditions.ts';
export { controlSocket } from './control-socket.ts';
export { isInside, isMounted, isTarget } from './covered-paths.ts';
export { credentialsOf } from './credentials.ts';
export { dependencyCycles } from './cycles.ts';
export { isDatabase } from './database.ts';
export { serviceUses } from './dependencies.ts';
export { deployed, isLimit } from './deploy.ts';
export { droppedFrom } from './dropped-command.ts';
export { otherForm } from './environment-form.ts';
export { boundToLoopback, openPorts } from './exposure.ts';
export { nameBesideExternal } from './external-name.ts';
export { flagOf } from './flag.ts';
export { addedItem, addedItems, addedSecurityOption, securityOptions } from './hardening.ts';
export { hooksOf } from './hooks.ts';
export { hostNamespaces } from './host-namespaces.ts';
export { hostPath, isInSystem, isSecretPath, isSystemPath, isTimeFile } from './host-path.ts';
export { withHostPort } from './host-port.ts';
export { type ImageUse, imageUses } from './image-uses.ts';
export { defaultOf, isInterpolated } from './interpolation.ts';
export { dataMounts } from './keeps-data.ts';
export { rankIn, SERVICE_KEYS, TOP_LEVEL_KEYS } from './key-order.ts';
export { neededFromOutside } from './load/needs.ts';
export { distinctProblems } from './load/order.ts';
export type { LoadProblem } from './load/problem.ts';
export { projectNameOf } from './load/project-name.ts';
export { toldOfFile } from './load/told.ts';
export { loadedWith } from './loaded-with.ts';
export { misplacedData } from './misplaced-data.ts';
export type {
  Build,
  Compose,
  Entry,
  MapNode,
  Mount,
  Node,
  Part,
  Port,
  ScalarNode,
  Service,
  TopLevel,
  Variable,
} from './model.ts';
export { usedAt } from './model.ts';
export { portConflicts } from './port-conflicts.ts';
export { quotedLike } from './quoted-like.ts';
export { readOnlyMount } from './read-only-mount.ts';
export { entryRemoval, itemRemoval } from './removal.ts';
export { reordered } from './reorder.ts';
export { runOnce, wholeServices } from './said-whole.ts';
export { alphabetic, sortedEntries, sortedItems } from './sorted.ts';
export { isForSwarm } from './swarm.ts';
export { runTogether } from './together.ts';
export { isUnprotected } from './unprotected.ts';
export { wgetInstead } from './wget-instead.ts';
export { writtenOnce } from './written-once.ts';
