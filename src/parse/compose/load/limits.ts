// How much one project may take: includes, extends and ranges of ports multiply what is written.

/** Files that one project is made of. */
export const FILES = 200;
/** Files that include, or services that extend, one through the other. */
export const CHAIN = 40;
/** Values that merging and extending may bring together, for all projects of one review. */
export const MERGED_VALUES = 1_500_000;
/** Ports that ranges of one project stand for. */
export const PORTS = 20_000;
/** Variables inside each other: `${A:-${B:-…}}`. */
export const NESTING = 20;
/** Pools of one network that are compared with each other. */
export const POOLS = 100;
