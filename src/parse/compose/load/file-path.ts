// Paths as text, by the rules of Unix and, where Compose asks, of Windows.

/** As `path.Clean`: no `.`, no doubled slash, `..` applied. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!rooted) parts.push('..');
  }
  return (rooted ? '/' : '') + parts.join('/') || '.';
}

export const joinPaths = (folder: string, path: string): string => cleanPath(`${folder}/${path}`);

export const folderOf = (path: string): string => {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : slash === 0 ? '/' : path.slice(0, slash);
};

/** A drive with a slash behind it, or a share. */
export const isWindowsPath = (path: string): boolean => /^(?:.:[\\/]|[\\/]{2})/s.test(path);

/** Git, a registry, an archive: never followed. */
export const isRemote = (path: string): boolean =>
  /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/|oci:\/\/|docker:\/\/)|^[\w.-]+@[\w.-]+:/.test(path) ||
  /\.git(?:#|$)/.test(path);
