// Linux capabilities by what a container can do to its host with them: https://man7.org/linux/man-pages/man7/capabilities.7.html

/** `root`: as good as root on the host. The others reach processes, the kernel's clock and counters, the time of others, its log; or the rest. */
export type CapabilityKind = 'root' | 'host' | 'processes' | 'kernel' | 'priority' | 'log';

const MEANINGS: ReadonlyMap<string, { kind: CapabilityKind; meaning: string }> = new Map([
  ['ALL', { kind: 'root', meaning: 'gives every right of root' }],
  ['SYS_ADMIN', { kind: 'root', meaning: 'lets the container mount the disks of the host and leave the container' }],
  ['SYS_MODULE', { kind: 'root', meaning: 'lets the container load code into the kernel of the host' }],
  ['SYS_RAWIO', { kind: 'root', meaning: 'lets the container write to the memory and the disks of the host' }],
  ['NET_ADMIN', { kind: 'host', meaning: 'lets the container change networks and firewall rules' }],
  ['BPF', { kind: 'host', meaning: 'lets the container load programs into the kernel' }],
  ['SYS_BOOT', { kind: 'host', meaning: 'lets the container restart the host' }],
  ['MAC_ADMIN', { kind: 'host', meaning: 'lets the container change the rules of mandatory access control' }],
  ['MAC_OVERRIDE', { kind: 'host', meaning: 'lets the container pass over mandatory access control' }],
  ['AUDIT_CONTROL', { kind: 'host', meaning: 'lets the container switch off the audit log' }],
  ['CHECKPOINT_RESTORE', { kind: 'host', meaning: 'lets the container take over the numbers of processes' }],
  ['DAC_READ_SEARCH', { kind: 'processes', meaning: 'lets the container open files of the host by their number' }],
  ['SYS_PTRACE', { kind: 'processes', meaning: 'lets the container read the memory of other processes' }],
  ['PERFMON', { kind: 'kernel', meaning: 'lets the container watch the kernel and other processes' }],
  ['SYS_TIME', { kind: 'kernel', meaning: 'lets the container set the clock of the host' }],
  ['SYS_NICE', { kind: 'priority', meaning: 'lets the container take the processors from everybody else' }],
  ['IPC_LOCK', { kind: 'priority', meaning: 'lets the container lock the memory of the host' }],
  ['LEASE', { kind: 'priority', meaning: 'lets the container hold up whoever opens its files' }],
  ['SYSLOG', { kind: 'log', meaning: 'lets the container read the log of the kernel' }],
]);

/** What a capability (with or without `CAP_`, in any case) lets a container do. */
export function capabilityMeaning(name: string): { meaning: string; kind: CapabilityKind } | null {
  const upper = name.toUpperCase();
  // The engine takes `ALL` in this one spelling only, and starts nothing with `CAP_ALL`.
  return upper === 'CAP_ALL' ? null : (MEANINGS.get(upper.replace(/^CAP_/, '')) ?? null);
}
