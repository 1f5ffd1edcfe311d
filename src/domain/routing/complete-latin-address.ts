import type { Address } from './address';
import { latinKind, ofKind, type LatinWord } from './find-latin-tokens';
import type { NameRepair } from './repair-name';
import { foldLetters } from './sound';

/** Looks among the Latin words on both sides of an address with a known county for its township or village. */
export function completeLatinAddress(
  address: Address,
  words: readonly LatinWord[],
  from: number,
  to: number,
  repair: NameRepair,
): void {
  if (address.outside !== null || address.counties.length === 0) return;
  const near = words.filter(
    (it) => (it.start >= from && it.end <= address.start) || (it.start >= address.end && it.end <= to),
  );
  if (address.townships.length > 0) {
    if (address.townships.length === 1 && address.village === null)
      address.village = villageBefore(address, near, repair);
    return;
  }
  for (const exact of [true, false])
    for (let i = 0; i < near.length; i++) {
      let joined = '';
      for (let n = 1; n <= 4 && i + n <= near.length; n++) {
        const word = near[i + n - 1];
        if (!word) break;
        joined += word.word;
        const kind = latinKind(near[i + n]?.word ?? '');
        const glued = /^(.{4,}?)(zhen|xiang|sumu|jiedao|cun|gacha)$/u.exec(joined);
        const letters = foldLetters(glued?.[1] ?? joined);
        const typed = kind ?? (glued?.[2] ? latinKind(glued[2]) : null);
        if (letters.length < 4 || (!exact && typed !== 'town' && typed !== 'village')) continue;
        if (typed !== 'village') {
          const found = repair.latinTownships(letters, address.counties, exact);
          if (found.length > 0) {
            address.townships = ofKind(found, near[i + n]?.word ?? glued?.[2] ?? '');
            address.weak = false;
            return;
          }
        }
        if (typed !== 'town' && (typed === 'village' || letters.length >= 6)) {
          const found = repair.latinVillages(letters, address.counties, exact);
          const townships = [...new Set(found.map((village) => village.township))];
          if (townships.length > 0) {
            address.townships = townships;
            address.village = townships.length === 1 ? (found[0]?.name ?? null) : null;
            address.weak = false;
            return;
          }
        }
      }
    }
}

/** Xiaokang community, Gongwusu Town: the village of a township that is known already. */
function villageBefore(address: Address, near: readonly LatinWord[], repair: NameRepair): string | null {
  for (let i = 1; i < near.length; i++) {
    if (latinKind(near[i]?.word ?? '') !== 'village') continue;
    for (const from of [i - 1, i - 2, i - 3]) {
      const joined = near
        .slice(Math.max(from, 0), i)
        .map((it) => it.word)
        .join('');
      const found = repair.latinVillages(foldLetters(joined), address.counties, true);
      const own = found.find((village) => address.townships.includes(village.township));
      if (own) return own.name;
    }
  }
  return null;
}
