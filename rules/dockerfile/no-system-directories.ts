import { remove, rule, takenAway, type Word, wholeLines } from '#rule';

const SYSTEM = /^\/(?:proc|sys|dev|boot|initrd|lost\+found)(?:\/|$)/;
const SOCKET = /^\/(?:var\/)?run\/(?:docker|podman\/podman|containerd\/containerd)\.sock(?::|$)/;
/** Shared memory is for files, and systemd in a container gets its control groups so. */
const MOUNTED = /^\/(?:dev\/shm|sys\/fs\/cgroup)(?:\/|$)/;

const isSystem = ({ value }: Word) => (SYSTEM.test(value) || SOCKET.test(value)) && !MOUNTED.test(value);

export default rule({
  id: 'no-system-directories',
  on: 'dockerfile',
  title: 'WORKDIR and VOLUME stay out of the system',
  severity: 'error',
  category: 'security',
  fixes: 'unsafe',
  also: ['trivy/DS-0030', 'dockle/DKL-DI-0002', 'semgrep/dockerfile-dockerd-socket-mount'],
  nist: ['4.1.2'],
  *check(file) {
    for (const instruction of file.instructions('WORKDIR', 'VOLUME')) {
      const words = instruction.json ?? instruction.words;
      for (const word of words.filter(isSystem)) {
        const volume = instruction.keyword === 'VOLUME';
        const socket = SOCKET.test(word.value);
        yield {
          at: word.range,
          message: socket
            ? `\`VOLUME ${word.value}\` makes an empty volume where the socket of the container engine belongs. Who needs the socket mounts it when the container starts, and gives the container control over the host with it.`
            : `\`${word.value}\` belongs to the kernel and is made anew for every container: ${volume ? 'a volume there hides it' : 'a working directory in it can lead out of the container'}.`,
          fix:
            volume && words.length === 1
              ? { title: 'Remove the volume', edits: [remove(takenAway(file, wholeLines(file, instruction)))] }
              : undefined,
        };
      }
    }
  },
});
