// Sources of ADD that are not in the build context: files on the web, and Git repositories.

const PROTOCOL = /^(https?|ssh|git):\/\//i;
/** `git@github.com:owner/repository` */
const SCP_STYLE = /^[\w-]+@[a-z0-9.-]+:/i;

export function isGitUrl(text: string): boolean {
  const protocol = PROTOCOL.exec(text)?.[1]?.toLowerCase();
  if (protocol === undefined) return SCP_STYLE.test(text);
  return protocol === 'ssh' || protocol === 'git' || /\.git$/.test(text.replace(/[?#].*$/s, ''));
}

export const isWebUrl = (text: string): boolean => /^https?:\/\//.test(text) && !isGitUrl(text);
