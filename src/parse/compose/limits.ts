// How much of one YAML file is read: a guard against texts made to be slow.

/** Characters that may each start a value, a comment or a mistake: the yaml package needs about a KiB of memory for one. */
export const INDICATORS = 250_000;
/** Maps and lists inside each other. Real Compose files have under fifteen. */
export const DEPTH = 100;
/** Values as written. */
export const WRITTEN_NODES = 200_000;
/** Values that aliases and merge keys add to those. Real files add under five thousand. */
export const ALIASED_NODES = 100_000;
/** Misspelt words of one file that are compared with all known ones. */
export const GUESSES = 200;
/** Characters of a key. */
export const KEY_LENGTH = 1024;
