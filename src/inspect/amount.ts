// Amounts of processors and memory in words.

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** `1.5 GiB`, at most one digit behind the point. */
export function bytesText(bytes: number): string {
  let [amount, unit] = [bytes, 0];
  while (amount >= 1024 && unit < UNITS.length - 1) {
    amount /= 1024;
    unit++;
  }
  return `${Math.round(amount * 10) / 10} ${UNITS[unit]}`;
}

export const cpusText = (cpus: number): string => String(Math.round(cpus * 1000) / 1000);

export const amountText = (measure: 'cpus' | 'memory', amount: number): string =>
  measure === 'cpus' ? cpusText(amount) : bytesText(amount);
