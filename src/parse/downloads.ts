// What curl and wget fetch: the addresses, and where the answer goes.
import type { Dockerfile } from './dockerfile/model.ts';
import type { Arg, Command } from './shell/model.ts';

export interface Download {
  readonly command: Command;
  /** Addresses as they are written; those in a variable alone are not among them. */
  readonly urls: readonly Arg[];
  /** The answer is kept: in a file, or by the program it is piped to. */
  readonly kept: boolean;
  /** The RUN compares a checksum or checks a signature. */
  readonly checked: boolean;
}

const URL_START = /^["']?(?:https?|ftp):\/\//i;
/** Names and addresses inside of a machine or a private network. */
const NEAR =
  /^["']?\w+:\/\/(?:[^/@\s]{1,200}@)?(?:localhost|127\.|0\.0\.0\.0|\[::1\]|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|host\.docker\.internal|[^/.:$"'\s]+(?:[:/"'\s]|$)|[^/:\s"']+\.(?:local|internal|lan|test|localhost)(?:[:/"']|$))/i;
const CHECKS = /^(?:(?:sha|md5|b2|blake2)\w*sum|shasum|rhash|b3sum|gpgv?2?|cosign|minisign|signify|rekor-cli|slsa-verifier)$/;

/** Data that nothing runs, keys that check something themselves, and checksums. */
const DATA =
  /\.(?:asc|gpg|key|pub|pem|crt|list|repo|json|ya?ml|txt|conf|cfg|ini|md|html?|sha\d+\w*|md5|sums?|sig|csv|png|svg|dat)["']?(?:\?.*)?$/i;

export const isData = (url: string): boolean => DATA.test(url);
export const isNear = (url: string): boolean => NEAR.test(url);
export const isUrl = (text: string): boolean => URL_START.test(text);

export function downloads(file: Dockerfile): Download[] {
  const checking = new Set(
    file
      .commands()
      .filter(checks)
      .map(({ instruction }) => instruction),
  );
  return file.commands('curl', 'wget').flatMap((command) => {
    const urls = command.args.filter(({ text }) => isUrl(text));
    return urls.length === 0 ? [] : [{ command, urls, kept: isKept(command), checked: checking.has(command.instruction) }];
  });
}

const checks = ({ name, args }: Command) =>
  CHECKS.test(name) || (name === 'openssl' && /^(?:dgst|sha\d+|md5)$/.test(args[0]?.value ?? ''));

function isKept(command: Command): boolean {
  const { name, args, redirects, pipedTo } = command;
  const files = redirects.some(
    ({ operator, descriptor, target }) => operator.startsWith('>') && descriptor !== 2 && target?.value !== '/dev/null',
  );
  if (name === 'wget') return command.option('-O', '--output-document') !== '-' || files || pipedTo !== null;
  const saved = args.some(({ text }) => /^(?:-[a-zA-Z#]*[oO]|--output|--remote-name|--remote-name-all)(?:=|$)/.test(text));
  return (saved && command.option('-o', '--output') !== '/dev/null') || files || pipedTo !== null;
}
