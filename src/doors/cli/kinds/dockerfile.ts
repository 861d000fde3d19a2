// All that a review of Dockerfiles needs: a bundle of its own, which other runs need not load.
export { default as rules } from '../../../../rules/dockerfile.ts';
export { default as project } from '../../../../rules/project.ts';
export { parseDockerfile as parse } from '../../../parse/dockerfile/parse.ts';
