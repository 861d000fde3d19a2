// All that a review of Compose files needs, and whatever else reads YAML: a bundle of its own, which other runs need not load.
export { default as rules } from '../../../../rules/compose.ts';
export { default as project } from '../../../../rules/project.ts';
export { readPeer, together } from '../../../config/peers.ts';
export { readSettings } from '../../../config/read.ts';
export { projectChanges } from '../../../inspect/changes.ts';
export { loadProjects } from '../../../parse/compose/load/projects.ts';
export { parseCompose as parse } from '../../../parse/compose/parse.ts';
export { namedFiles } from '../../../parse/devcontainer.ts';
