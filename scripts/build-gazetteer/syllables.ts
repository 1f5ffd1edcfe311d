/**
 * The toneless reading of every character that occurs in a name or in the common character set (GB 2312), as
 * "syllable:characters|…". A character with several readings gets the one most used in the names of the region.
 */
export function syllableTable(names: readonly string[], sound: (name: string) => string): string {
  const votes = new Map<string, Map<string, number>>();
  for (const name of new Set(names)) {
    const chars = [...name].filter((char) => /\p{Script=Han}/u.test(char));
    const syllables = sound(chars.join('')).split(' ');
    if (syllables.length !== chars.length) continue;
    chars.forEach((char, i) => {
      const count = votes.get(char) ?? new Map<string, number>();
      const syllable = syllables[i] ?? '';
      count.set(syllable, (count.get(syllable) ?? 0) + 1);
      votes.set(char, count);
    });
  }
  const bySyllable = new Map<string, string[]>();
  const put = (char: string, syllable: string): void => {
    if (!/^[a-z]+$/u.test(syllable)) return;
    bySyllable.set(syllable, [...(bySyllable.get(syllable) ?? []), char]);
  };
  for (const [char, count] of votes) put(char, [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '');
  for (const char of commonCharacters()) if (!votes.has(char)) put(char, sound(char));
  return [...bySyllable]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, chars]) => `${syllable}:${chars.sort().join('')}`)
    .join('|');
}

function commonCharacters(): string[] {
  const decoder = new TextDecoder('gbk');
  const chars: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if (/^\p{Script=Han}$/u.test(char)) chars.push(char);
    }
  return chars;
}
