import { mix, SEED } from './hash';

/** Syllable of each Han character (index: code − 0x4E00), 0 for none, and the spelling of each syllable. */
export interface Sounds {
  readonly ofCode: Uint16Array;
  readonly spellings: readonly string[];
}

/** The number of each syllable by the running hash of its spelling, so that pinyin is heard as the characters are. */
export function syllablesOf(sounds: Sounds | undefined): ReadonlyMap<number, number> {
  return new Map(
    (sounds?.spellings ?? [])
      .map((spelling, index) => [hashOf(spelling), index] as const)
      .filter(([, index]) => index > 0),
  );
}

function hashOf(word: string): number {
  let hash: number = SEED.word;
  for (let at = 0; at < word.length; at += 1) hash = mix(hash, word.charCodeAt(at));
  return hash;
}
