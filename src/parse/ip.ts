// Addresses of hosts, as Go reads them: IPv4 without leading zeros, IPv6 with at most one `::`.

const BYTE = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const IPV4 = new RegExp(`^(?:(?!0\\d)${BYTE}\\.){3}(?!0\\d)${BYTE}$`);
const GROUP = /^[0-9a-f]{1,4}$/i;
const GROUPS = 8;
const MAX_LENGTH = 64;

export const isIpAddress = (text: string): boolean => IPV4.test(text) || (text.length <= MAX_LENGTH && isIpv6(text));

function isIpv6(text: string): boolean {
  if (!text.includes(':')) return false;
  // An IPv4 address at the end stands for two groups.
  const last = text.lastIndexOf(':') + 1;
  const mapped = IPV4.test(text.slice(last)) ? `${text.slice(0, last)}0:0` : text;
  const [left = '', right, ...more] = mapped.split('::');
  const groups = [...parts(left), ...parts(right ?? '')];
  if (more.length > 0 || !groups.every((group) => GROUP.test(group))) return false;
  return right === undefined ? groups.length === GROUPS : groups.length < GROUPS;
}

const parts = (text: string) => (text === '' ? [] : text.split(':'));
