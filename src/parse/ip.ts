// IP addresses as Go reads them: https://pkg.go.dev/net#ParseIP

export const isIp = (text: string): boolean => (text.includes(':') ? isIpv6(text) : isIpv4(text));

function isIpv4(text: string): boolean {
  const parts = text.split('.', 5);
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256);
}

function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const last = text.slice(text.lastIndexOf(':') + 1);
  const embedded = last.includes('.');
  if (embedded && !isIpv4(last)) return false;
  const whole = embedded ? `${text.slice(0, -last.length)}0:0` : text;
  const halves = whole.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}
