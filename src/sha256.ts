// SHA-256 of a text. Node's own takes a tenth of a short run to load, and a review needs it for a few short words only.
// https://csrc.nist.gov/pubs/fips/180-4/upd1/final

// Written out: computing them from the first primes takes longer than hashing.
// biome-ignore format: as tables
const START = Uint32Array.of(
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
);
// biome-ignore format: as tables
const ROUND = Uint32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
);

const UTF8 = new TextEncoder();
const WORDS = new Uint32Array(64);

/** As 64 hexadecimal digits, of the text in UTF-8. */
export function sha256(text: string): string {
  const message = UTF8.encode(text);
  const hash = START.slice();
  const blocks = ((message.length + 8) >> 6) + 1;
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) WORDS[i] = padded(message, block * 64 + 4 * i);
    if (block === blocks - 1) {
      WORDS[14] = message.length / 2 ** 29;
      WORDS[15] = message.length * 8;
    }
    for (let i = 16; i < 64; i++)
      WORDS[i] =
        word(WORDS, i - 16) + word(WORDS, i - 7) + mix(word(WORDS, i - 15), 7, 18, 3) + mix(word(WORDS, i - 2), 17, 19, 10);
    compress(hash, WORDS);
  }
  let digits = '';
  for (let i = 0; i < 8; i++) digits += (word(hash, i) + 2 ** 32).toString(16).slice(1);
  return digits;
}

/** Four bytes of the message, behind whose end stands one bit. */
function padded(message: Uint8Array, at: number): number {
  const byte = (index: number) => message[index] ?? (index === message.length ? 0x80 : 0);
  return (byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3);
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
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) hash[i] = word(hash, i) + (mixed[i] ?? 0);
}
