import type { Area } from './area';
import { commonSpelling } from './common-spelling';
import type { Gazetteer, Village } from './gazetteer';
import { VILLAGE_ENDING } from './gazetteer';
import { editDistance, foldLetters } from './sound';

/** Stems of the townships or villages of a county, with their sound in folded letters. */
interface Sounding<T> {
  readonly stem: string;
  readonly letters: string;
  readonly place: T;
}

/** What a written name may be; not `sure` when it should be confirmed. */
export interface Repaired<T> {
  readonly places: readonly T[];
  readonly sure: boolean;
  /** The same sound, or another spelling of the same Mongolian name. */
  readonly same: boolean;
}

export interface NameRepair {
  /** Townships of the counties whose stem sounds or looks like `written`; one, or several that are equally near. */
  readonly townships: (written: string, counties: readonly Area[]) => Repaired<Area>;
  /** Townships whose stem is `written` in another spelling, and nothing but that. */
  readonly respelt: (written: string, counties: readonly Area[]) => readonly Area[];
  readonly villages: (written: string, counties: readonly Area[]) => Repaired<Village>;
  /** The same for Latin letters, already folded. */
  readonly latinTownships: (letters: string, counties: readonly Area[], exact: boolean) => readonly Area[];
  readonly latinVillages: (letters: string, counties: readonly Area[], exact: boolean) => readonly Village[];
}

/** From so many characters on, a name with one error is surely meant; there are ten times as many villages. */
const SURE_TOWNSHIP = 3;
const SURE_VILLAGE = 5;

/**
 * Repairs misspelt and misheard names by toneless sound and edit distance, only inside counties already known:
 * there, different stems with the same sound are rare (routing by sound across the region would be a guess).
 */
export function createNameRepair(gazetteer: Gazetteer): NameRepair {
  const { sound } = gazetteer;
  const townships = perCounty((county) =>
    gazetteer
      .townshipsOf(county)
      .map((place) => ({ stem: place.stem, letters: sound.letters(place.stem), place })),
  );
  const latinTownships = perCounty((county) =>
    gazetteer.townshipsOf(county).map((place) => ({
      stem: place.stem,
      letters: foldLetters(place.pinyin.split(' ').slice(0, place.stem.length).join('')),
      place,
    })),
  );
  const villages = perCounty((county) =>
    gazetteer
      .townshipsOf(county)
      .flatMap((place) => gazetteer.villagesOf(place))
      .map((place) => ({ stem: place.stem, letters: sound.letters(place.stem), place })),
  );

  const byHan = <T>(
    written: string,
    counties: readonly Area[],
    sounds: SoundsOf<T>,
    leastSure: number,
  ): Repaired<T> => {
    const letters = sound.letters(written);
    const exact = counties
      .flatMap((county) => sounds(county).byLetters.get(letters) ?? [])
      .filter((it) => Math.abs(it.stem.length - written.length) <= 1);
    if (exact.length > 0) return { places: exact.map((it) => it.place), sure: true, same: true };
    const spelling = commonSpelling(written);
    const spelt = counties.flatMap((county) => sounds(county).bySpelling.get(spelling) ?? []);
    if (spelt.length > 0) return { places: spelt.map((it) => it.place), sure: true, same: true };
    const places = nearest(
      counties.flatMap((county) => sounds(county).all),
      (it) => {
        if (Math.abs(it.stem.length - written.length) > 1) return Infinity;
        const limit = letters.length >= 15 ? 4 : letters.length >= 11 ? 3 : letters.length >= 8 ? 2 : 1;
        const bySound = editDistance(letters, it.letters, limit);
        const byShape = it.stem.length >= 3 ? editDistance(written, it.stem, 1) : 2;
        const shared = sharedCharacters(written, it.stem);
        if (it.stem.length <= 2 || written.length <= 2)
          return shared > 0 && bySound <= 1 ? bySound : Infinity;
        if (byShape <= 1) return Math.min(bySound, 2);
        return bySound <= limit && shared * 2 >= it.stem.length - 1 ? bySound : Infinity;
      },
    );
    // a short name has no room for an error: it may be another place, of old days or too small for the data
    return { places, sure: written.length >= leastSure, same: false };
  };
  const byLatin = <T>(
    letters: string,
    counties: readonly Area[],
    sounds: SoundsOf<T>,
    exactOnly: boolean,
  ): readonly T[] => {
    const exact = counties.flatMap((county) => sounds(county).byLetters.get(letters) ?? []);
    if (exact.length > 0 || exactOnly || letters.length < 5) return exact.map((it) => it.place);
    const limit = letters.length >= 10 ? 2 : 1;
    return nearest(
      counties.flatMap((county) => sounds(county).all),
      (it) => {
        const distance = editDistance(letters, it.letters, limit);
        return distance <= limit ? distance : Infinity;
      },
    );
  };
  return {
    townships: (written, counties) => byHan(written, counties, townships, SURE_TOWNSHIP),
    respelt: (written, counties) => {
      const spelling = commonSpelling(written);
      return counties.flatMap((county) =>
        (townships(county).bySpelling.get(spelling) ?? []).map((it) => it.place),
      );
    },
    villages: (written, counties) =>
      byHan(written.replace(VILLAGE_ENDING, ''), counties, villages, SURE_VILLAGE),
    latinTownships: (letters, counties, exact) => byLatin(letters, counties, latinTownships, exact),
    latinVillages: (letters, counties, exact) => byLatin(letters, counties, villages, exact),
  };
}

interface Sounds<T> {
  readonly all: readonly Sounding<T>[];
  readonly byLetters: ReadonlyMap<string, readonly Sounding<T>[]>;
  readonly bySpelling: ReadonlyMap<string, readonly Sounding<T>[]>;
}
type SoundsOf<T> = (county: Area) => Sounds<T>;

/** Worked out when a county is first asked for: most are not, and all of them would slow the start. */
function perCounty<T>(make: (county: Area) => readonly Sounding<T>[]): SoundsOf<T> {
  const known = new Map<Area, Sounds<T>>();
  return (county) => {
    let sounds = known.get(county);
    if (!sounds) {
      const all = make(county);
      sounds = {
        all,
        byLetters: groupBy(all, (it) => it.letters),
        bySpelling: groupBy(all, (it) => commonSpelling(it.stem)),
      };
      known.set(county, sounds);
    }
    return sounds;
  };
}

function groupBy<T>(all: readonly T[], keyOf: (it: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const it of all) {
    const key = keyOf(it);
    const same = groups.get(key);
    if (same) same.push(it);
    else groups.set(key, [it]);
  }
  return groups;
}

function sharedCharacters(a: string, b: string): number {
  let shared = 0;
  for (const char of a) if (b.includes(char)) shared++;
  return shared;
}

/** The candidates at the least distance, if any is finite. */
function nearest<T>(candidates: readonly Sounding<T>[], distance: (it: Sounding<T>) => number): readonly T[] {
  let best = Infinity;
  let found: T[] = [];
  for (const candidate of candidates) {
    const far = distance(candidate);
    if (far > best || far === Infinity) continue;
    if (far < best) found = [];
    best = far;
    found.push(candidate.place);
  }
  return found;
}
