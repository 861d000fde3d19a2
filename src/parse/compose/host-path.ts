// What a bind mount of the host's own folders gives away.
import { defaultOf } from './interpolation.ts';
import type { Mount } from './model.ts';

/** Who can write there can make the host run what they like. */
const SYSTEM =
  /^\/(?:etc|boot|root|usr|usr\/bin|usr\/sbin|usr\/lib|usr\/local|usr\/local\/bin|bin|sbin|lib|lib64|var\/lib|var\/lib\/docker|var\/lib\/containerd|var\/lib\/kubelet|var\/spool\/cron|opt|proc|etc\/(?:cron\.d|crontab|systemd|systemd\/system|sudoers|sudoers\.d|passwd|shadow|ssh|ld\.so\.preload|pam\.d|profile\.d|docker|kubernetes))$/;
/** What can be read there is secret, or lets others reach further. */
const SECRET =
  /^(?:\/(?:|root|home|proc|sys|dev|boot|dev\/(?:shm|hugepages|mem|kmem|disk|mapper)|var\/lib\/docker|var\/lib\/kubelet)|(?:~|\/root|\/home\/[^/]+|\$HOME|\$\{HOME\})(?:\/\.(?:ssh|aws|kube|gnupg|docker|azure|config\/gcloud|docker\/config\.json|kube\/config|netrc|git-credentials))?)$|^\/etc(?:\/.|$)/;
/** What everybody may read, and images mostly have, too. */
const HARMLESS =
  /^\/etc\/(?:localtime|timezone|hosts|hostname|resolv\.conf|machine-id|os-release|mime\.types|ca-certificates|ssl\/certs|pki\/ca-trust)(?:\/|$)/;

/** The path on the host that a mount shows, without doubled or closing slashes; `null` where it is none or unknown. */
export function hostPath({ type, source }: Mount): string | null {
  if (!source || type === 'volume' || type === 'tmpfs' || type === 'npipe') return null;
  const text = /^\$(?:HOME|\{HOME\})/.test(source.text) ? source.text : (defaultOf(source.text) ?? '');
  if (!/^[/~$]/.test(text)) return null;
  const parts: string[] = [];
  for (const [at, part] of text.split('/').entries()) {
    if (part === '..') parts.splice(Math.max(1, parts.length - 1));
    else if (at === 0 || (part !== '' && part !== '.')) parts.push(part);
  }
  return parts.length === 1 && parts[0] === '' ? '/' : parts.join('/');
}

export const isSystemPath = (path: string): boolean => SYSTEM.test(path);
export const isSecretPath = (path: string): boolean => SECRET.test(path) && !HARMLESS.test(path);
