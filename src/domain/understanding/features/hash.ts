/** Seeds that keep the kinds of features apart. */
export const SEED = {
  han: 0x9e3779b9,
  sound: 0x85ebca6b,
  word: 0xc2b2ae35,
  wordPair: 0x27d4eb2f,
  letters: 0x165667b1,
  concept: 0x1b873593,
  pattern: 0x7feb352d,
  people: 0x2c1b3c6d,
} as const;

/** One step of the running hash over code units; 32 bits, never negative. */
export function mix(hash: number, code: number): number {
  const h = Math.imul(hash ^ code, 0x85ebca6b);
  return h ^ (h >>> 15);
}

/** The key under which a running hash is kept: spread over all bits, even, never 0 (0 marks an empty place). */
export function finish(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0xcc9e2d51);
  h ^= h >>> 13;
  return (h & ~1) >>> 0 || 2;
}

/** The key of a whole word or a pair of words: odd, so that words can be told from n-grams. */
export function finishWord(hash: number): number {
  return (finish(hash) | 1) >>> 0;
}

/** Whether a key is that of a word. */
export function isWordKey(key: number): boolean {
  return (key & 1) === 1;
}
