// How much of one YAML file is read: a guard against texts made to be slow.

/** Maps and lists inside each other. Real Compose files have under fifteen. */
export const DEPTH = 100;
/** Values as written. */
export const WRITTEN_NODES = 200_000;
/** Values that aliases and merge keys add to those. Real files add under five thousand. */
export const ALIASED_NODES = 100_000;
