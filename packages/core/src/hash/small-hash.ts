import { utf8 } from './utf8.js';

/**
 * SHA-256 and SHA-512 in a twelfth of the bytes of a fast library, for bundles in pages: both are one algorithm on words
 * of 32 or 64 bits, and their constants are the fractions of roots, so they are computed at the first hash. A hash takes
 * some tenths of a millisecond, and a page makes one to three per event.
 *
 * Source: FIPS 180-4, sections 4.1.2, 4.1.3, 4.2.2, 4.2.3, 5 and 6.
 */
interface Algorithm {
  /** Size of a word. A block has 16 of them. */
  readonly bits: 32 | 64;
  /** Σ0, Σ1, σ0, σ1: three rotations each; the last one of σ is a shift. */
  readonly rotations: readonly (readonly [number, number, number])[];
  readonly roundConstants: readonly bigint[];
  readonly initial: readonly bigint[];
}

let algorithm256: Algorithm | undefined;
let algorithm512: Algorithm | undefined;

/** SHA-256 of the text's UTF-8 bytes, as 64 lower-case hex digits. It needs BigInt and nothing else. */
export function sha256(text: string): string {
  algorithm256 ??= createAlgorithm(32, 64, [
    [2, 13, 22],
    [6, 11, 25],
    [7, 18, 3],
    [17, 19, 10],
  ]);
  return digest(algorithm256, text);
}

/** SHA-512 of the text's UTF-8 bytes, as 128 lower-case hex digits. It needs BigInt and nothing else. */
export function sha512(text: string): string {
  algorithm512 ??= createAlgorithm(64, 80, [
    [28, 34, 39],
    [14, 18, 41],
    [1, 8, 7],
    [19, 61, 6],
  ]);
  return digest(algorithm512, text);
}

function createAlgorithm(bits: 32 | 64, rounds: number, rotations: Algorithm['rotations']): Algorithm {
  const primes: number[] = [];
  for (let number = 2; primes.length < rounds; number++) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return {
    bits,
    rotations,
    roundConstants: primes.map((prime) => rootFraction(prime, 3, bits)),
    initial: primes.slice(0, 8).map((prime) => rootFraction(prime, 2, bits)),
  };
}

/** The first bits of the fraction of a prime's square or cube root, exactly: bit by bit, from the highest. */
function rootFraction(prime: number, degree: 2 | 3, bits: number): bigint {
  const scaled = BigInt(prime) << BigInt(bits * degree);
  let root = 0n;
  // The largest prime is 409, so a root has at most 5 bits before the point.
  for (let bit = bits + 4; bit >= 0; bit--) {
    const next = root | (1n << BigInt(bit));
    if ((degree === 2 ? next * next : next * next * next) <= scaled) root = next;
  }
  return BigInt.asUintN(bits, root);
}

function digest({ bits, rotations, roundConstants, initial }: Algorithm, text: string): string {
  const word = (value: bigint): bigint => BigInt.asUintN(bits, value);
  const mix = (value: bigint, which: number): bigint => {
    const [first, second, third] = rotations[which] ?? [0, 0, 0];
    const rotated = (by: number): bigint => (value >> BigInt(by)) | word(value << BigInt(bits - by));
    return rotated(first) ^ rotated(second) ^ (which < 2 ? rotated(third) : value >> BigInt(third));
  };

  let state = initial;
  const words = paddedWords(utf8(text), bits);
  for (let start = 0; start < words.length; start += 16) {
    const schedule = words.slice(start, start + 16);
    const at = (index: number): bigint => schedule[index] ?? 0n;
    let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
    roundConstants.forEach((constant, round) => {
      if (round > 15) {
        schedule.push(word(mix(at(round - 2), 3) + at(round - 7) + mix(at(round - 15), 2) + at(round - 16)));
      }
      const first = h + mix(e, 1) + ((e & f) ^ (word(~e) & g)) + constant + at(round);
      const second = mix(a, 0) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [word(first + second), a, b, c, word(d + first), e, f, g];
    });
    const added = [a, b, c, d, e, f, g, h];
    state = state.map((value, index) => word(value + (added[index] ?? 0n)));
  }
  return state.map((value) => value.toString(16).padStart(bits / 4, '0')).join('');
}

type Eight = readonly [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];

/** The bytes, a 1 bit, zeros, and the length in bits, as whole blocks of words. */
function paddedWords(bytes: Uint8Array, bits: number): bigint[] {
  const wordBytes = bits / 8;
  const words: bigint[] = [];
  const count = 16 * Math.ceil((bytes.length + 1 + 2 * wordBytes) / (16 * wordBytes));
  for (let index = 0; index < count * wordBytes; index++) {
    const byte = index === bytes.length ? 0x80 : (bytes[index] ?? 0);
    const at = Math.floor(index / wordBytes);
    words[at] = ((words[at] ?? 0n) << 8n) | BigInt(byte);
  }
  words[count - 1] = BigInt(bytes.length * 8);
  return words;
}
