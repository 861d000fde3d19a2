// Where settings lie: our own, and those of other tools.

/** Where a repository's settings lie. */
export const SETTINGS_PATH = '.github/hullcheck.yml';
/** npm's file, in which dclint's settings may stand under a key of their own. */
export const PACKAGE = 'package.json';
export const PACKAGE_KEY = 'dclint';
/** Where those of other tools lie, which hold where there are none of our own: of each tool the first that there is. */
export const PEER_SETTINGS = {
  hadolint: ['.hadolint.yaml', '.hadolint.yml'],
  // https://github.com/cosmiconfig/cosmiconfig#usage-for-end-users
  dclint: [
    PACKAGE,
    ...['.dclintrc', '.config/dclintrc'].flatMap((name) =>
      ['', '.json', '.yaml', '.yml', '.js', '.ts', '.cjs'].map((end) => name + end),
    ),
    ...['.js', '.ts', '.cjs'].map((end) => `dclint.config${end}`),
  ],
  'compose-lint': ['.compose-lint.yml', '.compose-lint.yaml'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type SettingsPeer = keyof typeof PEER_SETTINGS;
export const SETTINGS_PATHS: readonly string[] = [SETTINGS_PATH, ...Object.values(PEER_SETTINGS).flat()];

/** A settings file that is there; without a text it cannot be read. */
export interface SettingsFile<T> {
  path: string;
  read: T;
}

/** Those that hold, of the settings files that there are. */
export function settingsAmong<T extends object>(files: readonly SettingsFile<T>[]): readonly SettingsFile<T>[] {
  const holding = files.filter(({ path, read }) => path !== PACKAGE || speaks('text' in read ? String(read.text) : ''));
  const first = (paths: readonly string[]) =>
    paths.flatMap((path) => holding.find((file) => file.path === path) ?? []).slice(0, 1);
  const own = first([SETTINGS_PATH]);
  return own.length > 0 ? own : Object.values(PEER_SETTINGS).flatMap(first);
}

/** Most packages say nothing of dclint, or only that it is to be installed. */
function speaks(text: string): boolean {
  try {
    const root: unknown = JSON.parse(text);
    return typeof root === 'object' && root !== null && Object.hasOwn(root, PACKAGE_KEY);
  } catch {
    return false;
  }
}
