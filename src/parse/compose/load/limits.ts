// How much one project may take: includes, extends and ranges of ports multiply what is written.

/** Files that one project is made of. */
export const FILES = 200;
/** Files that include, or services that extend, one through the other. */
export const CHAIN = 40;
/** Values that merging and extending may bring together in one project. */
export const MERGED_VALUES = 200_000;
/** The same for all projects of one review. */
export const ALL_MERGED_VALUES = 4_000_000;
/** Documents of one file: each is merged over all before it. */
export const DOCUMENTS = 30;
/** Problems of one project that are told. */
export const PROBLEMS = 2000;
/** Of what is not followed, how much one project tells. */
export const LIMITS = 50;
/** Characters that variables may bring into one project, or into one env file. */
export const SUBSTITUTED = 4_000_000;
/** Ports that ranges of one project stand for. */
export const PORTS = 20_000;
/** Variables inside each other: `${A:-${B:-…}}`. */
export const NESTING = 20;
/** Pools of one network that are compared with each other. */
export const POOLS = 100;
