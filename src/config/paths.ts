// Where settings lie: our own, and those of other tools.

/** Where a repository's settings lie. */
export const SETTINGS_PATH = '.github/hullcheck.yml';
/** Where those of other tools lie, which hold where there are none of our own: of each tool the first that there is. */
export const PEER_SETTINGS = {
  hadolint: ['.hadolint.yaml', '.hadolint.yml'],
  dclint: [
    '.dclintrc',
    '.dclintrc.json',
    '.dclintrc.yaml',
    '.dclintrc.yml',
    '.dclintrc.js',
    '.dclintrc.cjs',
    '.dclintrc.mjs',
    'dclint.config.js',
    'dclint.config.cjs',
    'dclint.config.mjs',
  ],
  'compose-lint': ['.compose-lint.yml', '.compose-lint.yaml'],
} as const;
export type SettingsPeer = keyof typeof PEER_SETTINGS;
export const SETTINGS_PATHS: readonly string[] = [SETTINGS_PATH, ...Object.values(PEER_SETTINGS).flat()];

/** Those that hold, of the settings files that there are. */
export function settingsAmong<T>(files: readonly T[], pathOf: (file: T) => string): readonly T[] {
  const first = (paths: readonly string[]) =>
    paths.flatMap((path) => files.find((file) => pathOf(file) === path) ?? []).slice(0, 1);
  const own = first([SETTINGS_PATH]);
  return own.length > 0 ? own : Object.values(PEER_SETTINGS).flatMap(first);
}
