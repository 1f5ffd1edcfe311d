/** Toneless readings of Chinese characters, by a table of one reading each. */
export interface Sound {
  /** Number of the reading of a UTF-16 unit, 0 when it has none. */
  readonly id: (unit: number) => number;
  /** The text's readings in one word of folded letters; characters without a reading are left out. */
  readonly letters: (text: string) => string;
}

/** `table` is "syllable:characters|…". */
export function createSound(table: string): Sound {
  const ids = new Uint16Array(0x10000);
  const folded: string[] = [''];
  for (const row of table.split('|')) {
    const colon = row.indexOf(':');
    folded.push(foldLetters(row.slice(0, colon)));
    for (let i = colon + 1; i < row.length; i++) ids[row.charCodeAt(i)] = folded.length - 1;
  }
  const id = (unit: number): number => ids[unit] ?? 0;
  return {
    id,
    letters: (text) => {
      let out = '';
      for (let i = 0; i < text.length; i++) out += folded[id(text.charCodeAt(i))] ?? '';
      return out;
    },
  };
}

/** What northern speakers and speech recognition mix up: zh/z, ch/c, sh/s, final ng/n; ü is written v or u. */
export function foldLetters(letters: string): string {
  return letters
    .replace(/[^a-z]/gu, '')
    .replace(/([zcs])h/gu, '$1')
    .replace(/ng/gu, 'n')
    .replace(/v/gu, 'u');
}

/** Edit distance of two short words, or `limit + 1` as soon as it exceeds `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1),
      );
      next.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}
