// What a bind mount of the host's own folders gives away.
import { defaultOf } from './interpolation.ts';
import type { Mount } from './model.ts';

/** Who can write there can make the host run what they like. */
const SYSTEM =
  /^\/(?:etc|boot|root|usr|usr\/bin|usr\/sbin|usr\/lib|usr\/local|usr\/local\/bin|bin|sbin|lib|lib64|var\/lib|var\/lib\/docker|var\/lib\/containerd|var\/lib\/kubelet|var\/spool\/cron|proc|etc\/(?:cron\.d|crontab|systemd|systemd\/system|sudoers|sudoers\.d|passwd|shadow|ssh|ld\.so\.preload|pam\.d|profile\.d|docker|kubernetes))$/;
/** What lies below is run, read or trusted by the host, too. */
const BELOW_SYSTEM =
  /^\/(?:etc|root|boot|proc|bin|sbin|usr\/(?:bin|sbin|local\/s?bin|lib\/modules)|lib\/modules|var\/(?:lib\/(?:docker|containerd|kubelet)|spool\/cron))\/.|^\/(?:usr\/local\/sbin|(?:usr\/)?lib\/modules)$/;
/** Two files by which containers get the time of the host. */
const TIME = /^\/etc\/(?:localtime|timezone)$/;
/** What can be read there is secret, or lets others reach further. */
const SECRET =
  /^\/(?:etc|root|boot|proc|sys|dev|var\/lib\/(?:docker|containerd|kubelet))(?:\/|$)|^\/(?:home|var\/lib)?$|^(?:~|\/root|\/home\/[^/]+|\$HOME|\$\{HOME\})(?:\/\.(?:ssh|aws|kube|gnupg|docker|azure|config\/gcloud|netrc|git-credentials)(?:\/.{0,1000})?)?$/;
/** Sockets and locks of programs of the host. */
const RUNTIME = /^\/(?:var\/)?run\/./;
/** What everybody may read, and images mostly have, too; devices that hold nothing. */
const HARMLESS =
  /^\/etc\/(?:localtime|timezone|hosts|hostname|resolv\.conf|machine-id|os-release|mime\.types|ca-certificates|ssl\/certs|pki\/ca-trust)(?:\/|$)|^\/dev\/(?:null|zero|full|u?random|tty|stdin|stdout|stderr)$|^\/(?:var\/)?run\/secrets(?:\/|$)/;

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
/** Also single files and folders of the system. */
export const isInSystem = (path: string): boolean => (SYSTEM.test(path) || BELOW_SYSTEM.test(path)) && !TIME.test(path);
export const isTimeFile = (path: string): boolean => TIME.test(path);
export const isSecretPath = (path: string): boolean => (SECRET.test(path) || RUNTIME.test(path)) && !HARMLESS.test(path);
