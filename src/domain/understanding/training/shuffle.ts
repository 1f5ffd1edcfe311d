/** A seeded 32-bit generator (xorshift32): the same seed gives the same numbers on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0 || 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}

/** Puts the first `count` entries into a random order in place (Fisher-Yates). */
export function shuffle(entries: Int32Array, count: number, random: () => number): void {
  for (let at = count - 1; at > 0; at -= 1) {
    const other = random() % (at + 1);
    const kept = entries[at]!;
    entries[at] = entries[other]!;
    entries[other] = kept;
  }
}
