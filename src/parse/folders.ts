// The folders of a listing of files.

/** Every folder that holds a file or a folder with one; `''` is the root. */
export function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set(['']);
  for (const path of paths) {
    let folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    while (!folders.has(folder)) {
      folders.add(folder);
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    }
  }
  return folders;
}
