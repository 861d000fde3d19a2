// Linux capabilities by what a container can do to its host with them: https://man7.org/linux/man-pages/man7/capabilities.7.html

const ROOT: ReadonlyMap<string, string> = new Map([
  ['ALL', 'gives every right of root'],
  ['SYS_ADMIN', 'lets the container mount the disks of the host and leave the container'],
  ['SYS_MODULE', 'lets the container load code into the kernel of the host'],
  ['SYS_RAWIO', 'lets the container write to the memory and the disks of the host'],
  ['DAC_READ_SEARCH', 'lets the container open files of the host by their number'],
]);
const STRONG: ReadonlyMap<string, string> = new Map([
  ['SYS_PTRACE', 'lets the container read the memory of other processes'],
  ['NET_ADMIN', 'lets the container change networks and firewall rules'],
  ['BPF', 'lets the container load programs into the kernel'],
  ['PERFMON', 'lets the container watch the kernel and other processes'],
  ['SYS_BOOT', 'lets the container restart the host'],
  ['SYS_TIME', 'lets the container set the clock of the host'],
  ['SYSLOG', 'lets the container read the log of the kernel'],
  ['SYS_NICE', 'lets the container take the processors from everybody else'],
  ['IPC_LOCK', 'lets the container lock the memory of the host'],
  ['LEASE', 'lets the container hold up whoever opens its files'],
  ['MAC_ADMIN', 'lets the container change the rules of mandatory access control'],
  ['MAC_OVERRIDE', 'lets the container pass over mandatory access control'],
  ['AUDIT_CONTROL', 'lets the container switch off the audit log'],
  ['CHECKPOINT_RESTORE', 'lets the container take over the numbers of processes'],
]);

/** What a capability (with or without `CAP_`, in any case) lets a container do, and whether that is as good as root on the host. */
export function capabilityMeaning(name: string): { meaning: string; root: boolean } | null {
  const known = name.toUpperCase().replace(/^CAP_/, '');
  const root = ROOT.get(known);
  const meaning = root ?? STRONG.get(known);
  return meaning === undefined ? null : { meaning, root: root !== undefined };
}
