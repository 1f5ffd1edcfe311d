import type { Entity } from '../understanding';

/** Finds words of a lexicon in a text, the longest at each place, with the value of their entry. */
export interface Lexicon {
  find(text: string): Entity[];
}

const FIRST_LETTERS = 0xfff;

/** Builds a lexicon: `entries` maps a canonical value to its words. Matching is on the letters as written, lower case. */
export function createLexicon(
  kind: Entity['kind'],
  entries: Readonly<Record<string, readonly string[]>>,
): Lexicon {
  const buckets: { word: string; value: string }[][] = [[]];
  // Number of the bucket of each first letter by its lower bits, which keeps the table in the cache; 0 where no word
  // begins so.
  const bucketOf = new Uint16Array(FIRST_LETTERS + 1);
  for (const [value, words] of Object.entries(entries)) {
    for (const word of words) {
      const first = word.charCodeAt(0) & FIRST_LETTERS;
      if (bucketOf[first] === 0) bucketOf[first] = buckets.push([]) - 1;
      buckets[bucketOf[first]!]!.push({ word, value });
    }
  }
  for (const bucket of buckets) bucket.sort((a, b) => b.word.length - a.word.length);
  const isLetter = (code: number) => code >= 97 && code <= 122;
  return {
    find(text) {
      const lower = text.toLowerCase();
      const found: Entity[] = [];
      for (let at = 0; at < lower.length; at += 1) {
        const code = lower.charCodeAt(at);
        const bucket = bucketOf[code & FIRST_LETTERS]!;
        if (bucket === 0) continue;
        // Latin words match whole words only.
        if (isLetter(code) && at > 0 && isLetter(lower.charCodeAt(at - 1))) continue;
        const hit = buckets[bucket]!.find(
          ({ word }) =>
            lower.startsWith(word, at) && !(isLetter(code) && isLetter(lower.charCodeAt(at + word.length))),
        );
        if (!hit) continue;
        found.push({ kind, start: at, end: at + hit.word.length, value: hit.value });
        at += hit.word.length - 1;
      }
      return found;
    },
  };
}
