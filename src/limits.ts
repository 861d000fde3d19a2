// Every cap on what comes in, in one place.

/** Bytes of one file; larger ones are told and not read. */
export const FILE_BYTES = 2 * 1024 * 1024;
/** Lines of one file. */
export const FILE_LINES = 50_000;
/** Bytes of all files of one pull request together. */
export const PULL_REQUEST_BYTES = 64 * 1024 * 1024;
/** Wall time of one job, in milliseconds. */
export const JOB_MILLISECONDS = 60_000;
/** Memory of one job, in MiB. */
export const JOB_MEMORY_MIB = 512;
/** Processes and threads of one job container. */
export const JOB_PIDS = 64;
/** CPUs of one job container. */
export const JOB_CPUS = 1;
/** Bytes that a job may read: all texts of both sides, as JSON escapes them. */
export const JOB_INPUT_BYTES = 192 * 1024 * 1024;
/** How often one review goes on without the file that killed its job. */
export const JOB_KILLS = 3;
/** Bytes of the smallest files of a review, which are tried once more alone when that was not enough. */
export const JOB_LAST_BYTES = 2 * 1024 * 1024;
/** Bytes that a job may write: its report. */
export const JOB_OUTPUT_BYTES = 64 * 1024 * 1024;
/** How often a review may ask for further files. */
export const ROUNDS = 3;
/** Further files that all rounds together may bring. */
export const WANTED_FILES = 200;
/** Of these, at most so many that nobody names and that only may be there: one request to GitHub brings 50. */
export const BESIDE_FILES = 48;
/** Findings of one file that are told; the rest is counted in a notice. */
export const FINDINGS_PER_FILE = 2_000;
/** Bytes of one webhook: GitHub sends none above. https://docs.github.com/webhooks/webhook-events-and-payloads */
export const WEBHOOK_BYTES = 25 * 1024 * 1024;
/** Characters of changed files that are read again to prove fixes. */
export const PROOF_CHARACTERS = 2 * 1024 * 1024;
/** Wall time of an outside tool over all scripts of one review, in milliseconds. */
export const SCAN_MILLISECONDS = 20_000;
/** Bytes that it may write. */
export const SCAN_OUTPUT_BYTES = 16 * 1024 * 1024;
/** Scripts that it is asked about in one review. */
export const SCAN_SCRIPTS = 500;
/** Characters of these together. */
export const SCAN_TEXT = 1024 * 1024;
