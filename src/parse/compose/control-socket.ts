// Mounts that hand a container the socket by which its host's container engine, or systemd, is controlled.
import { hostPath } from './host-path.ts';
import { defaultOf } from './interpolation.ts';
import type { Mount } from './model.ts';

const SOCKET =
  /(?:^|[/\\])(?:docker(?:\.raw|-cli)?\.sock|docker_engine|podman\.sock|containerd\.sock|crio\.sock|k3s\.sock|buildkitd\.sock)$/;
const FOLDERS: ReadonlySet<string> = new Set([
  '/run',
  '/var',
  '/var/run',
  '/run/containerd',
  '/var/run/containerd',
  '/run/podman',
  '/var/run/podman',
  '/run/crio',
  '/var/run/crio',
]);
const SYSTEMD = /^\/(?:var\/)?run\/systemd(?:\/private)?$/;
const USER_RUNTIME = /^\/(?:var\/)?run\/user\/\d+(?:\/podman|\/docker)$/;

/** What the mount gives away: the socket itself, a folder that holds one, that of systemd, or `null`. */
export function controlSocket(mount: Mount): 'socket' | 'folder' | 'systemd' | null {
  const { type, source, target, readOnly } = mount;
  if (!source || type === 'volume' || type === 'tmpfs') return null;
  const path = hostPath(mount) ?? normal(defaultOf(source.text) ?? source.text);
  if (SOCKET.test(path) || (path.includes('$') && SOCKET.test(target?.text ?? ''))) return 'socket';
  if (SYSTEMD.test(path)) return 'systemd';
  // All of the host, writable, gives away more than that.
  if (path === '' || path === '/') return readOnly ? 'folder' : null;
  return FOLDERS.has(path) || USER_RUNTIME.test(path) ? 'folder' : null;
}

/** Without doubled or closing slashes and without `.`. */
function normal(path: string): string {
  const parts = path.split('/').filter((part, at) => at === 0 || (part !== '' && part !== '.'));
  return path.startsWith('//./') ? path : parts.join('/');
}
