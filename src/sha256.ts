// SHA-256 of a text. Node's own takes a tenth of a short run to load, and a review needs it for a few short words only.
// https://csrc.nist.gov/pubs/fips/180-4/upd1/final

const FRACTION = 2 ** 32;

/** The first 32 bits of the fractional parts of roots of the first primes. */
function fractions(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Uint32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * FRACTION));
}

const START = fractions(8, Math.sqrt);
const ROUND = fractions(64, Math.cbrt);

/** As 64 hexadecimal digits, of the text in UTF-8. */
export function sha256(text: string): string {
  const message = new TextEncoder().encode(text);
  const padded = new Uint8Array(((message.length + 8) >> 6) * 64 + 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  const hash = Uint32Array.from(START);
  const words = new Uint32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(at + 4 * i);
    for (let i = 16; i < 64; i++)
      words[i] =
        word(words, i - 16) + word(words, i - 7) + mix(word(words, i - 15), 7, 18, 3) + mix(word(words, i - 2), 17, 19, 10);
    compress(hash, words);
  }
  return Array.from(hash, (part) => part.toString(16).padStart(8, '0')).join('');
}

const word = (words: Uint32Array, index: number): number => words[index] ?? 0;
const rotated = (value: number, bits: number): number => (value >>> bits) | (value << (32 - bits));
const mix = (value: number, first: number, second: number, shift: number): number =>
  rotated(value, first) ^ rotated(value, second) ^ (value >>> shift);
const sum = (value: number, first: number, second: number, third: number): number =>
  rotated(value, first) ^ rotated(value, second) ^ rotated(value, third);

function compress(hash: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i++) {
    const first = h + sum(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + word(ROUND, i) + word(words, i);
    const second = sum(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) hash[i] = word(hash, i) + value;
}
