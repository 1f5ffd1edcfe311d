import type { Area } from './area';
import type { Gazetteer } from './gazetteer';
import type { PlaceToken } from './place-token';
import { foldLetters } from './sound';

export interface LatinWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** Words that name the kind of a place, in English and pinyin. */
const TOWN = new Set(['town', 'zhen', 'township', 'xiang', 'sumu', 'sum', 'street', 'subdistrict', 'jiedao']);
const COUNTY = new Set(['banner', 'qi', 'county', 'xian', 'district', 'qu', 'city', 'shi', 'hoshuu']);
const LEAGUE = new Set(['league', 'meng', 'city', 'shi', 'aimag', 'prefecture']);
const VILLAGE = new Set(['village', 'cun', 'gacha', 'gaqaa', 'community', 'shequ']);
const ENDING_OF: Readonly<Record<string, string>> = {
  town: '镇', zhen: '镇', township: '乡', xiang: '乡', sumu: '苏木', sum: '苏木', street: '街道', subdistrict: '街道', jiedao: '街道',
}; // prettier-ignore
const GLUED = /^(.{3,}?)(zhen|xiang|sumu|jiedao|qi|xian|shi|qu|meng)$/u;

export type LatinKind = 'town' | 'county' | 'league' | 'village' | null;
export function latinKind(word: string): LatinKind {
  if (TOWN.has(word)) return 'town';
  if (VILLAGE.has(word)) return 'village';
  if (COUNTY.has(word)) return 'county';
  return LEAGUE.has(word) ? 'league' : null;
}

export function latinWords(text: string): LatinWord[] {
  return Array.from(text.matchAll(/[a-z]+(?:['’-][a-z]+)*/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0].replace(/[^a-z]/gu, ''),
  }));
}

interface Sense {
  readonly area: Area | null;
  readonly outside: string | null;
  /** A stem without its kind: counts only with a kind word behind it, or inside its county. */
  readonly stem: boolean;
}

export interface FindLatinTokens {
  (text: string, words: readonly LatinWord[]): PlaceToken[];
}

export function createFindLatinTokens(gazetteer: Gazetteer): FindLatinTokens {
  const index = new Map<string, Sense[]>();
  const add = (name: string, sense: Sense): void => {
    const key = foldLetters(name.toLowerCase());
    if (key.length < 4 && !sense.outside) return;
    const senses = index.get(key);
    if (!senses) index.set(key, [sense]);
    else if (!senses.some((it) => it.area === sense.area && it.outside === sense.outside)) senses.push(sense);
  };
  for (const { name, area, outside } of gazetteer.latinNames) add(name, { area, outside, stem: false });
  for (const area of [...gazetteer.leagues, ...gazetteer.counties]) {
    add(area.pinyin, { area, outside: null, stem: false });
    for (const name of [...area.aliases, area.stem])
      if (name.length >= 2)
        add(gazetteer.sound.letters(name), { area, outside: null, stem: !/[旗县市区盟]$/u.test(name) });
  }
  for (const area of gazetteer.townships)
    add(area.pinyin.split(' ').slice(0, area.stem.length).join(''), { area, outside: null, stem: true });

  const lookUp = (letters: string, kind: LatinKind): { senses: Sense[]; firm: boolean } | null => {
    const all = index.get(letters);
    if (!all) return null;
    const level = kind === 'town' ? 'township' : kind;
    let senses = all;
    if (level === 'village') return null;
    if (level !== null)
      senses = all.filter(
        (it) =>
          it.area === null || it.area.level === level || (kind === 'county' && it.area.level === 'league'),
      );
    if (senses.length === 0) return null;
    return { senses, firm: level !== null || senses.some((it) => !it.stem) };
  };

  return (text, words) => {
    const tokens: PlaceToken[] = [];
    for (let i = 0; i < words.length; i++) {
      const token = tokenAt(words, i, lookUp);
      if (!token) continue;
      tokens.push(token.token);
      i += token.words - 1;
    }
    return tokens;
  };
}

function tokenAt(
  words: readonly LatinWord[],
  from: number,
  lookUp: (letters: string, kind: LatinKind) => { senses: Sense[]; firm: boolean } | null,
): { token: PlaceToken; words: number } | null {
  let joined = '';
  const first = words[from];
  if (!first) return null;
  if (first.word === 'inner' && words[from + 1]?.word === 'mongolia') return null;
  let found: { token: PlaceToken; words: number } | null = null;
  for (let n = 1; n <= 5; n++) {
    const last = words[from + n - 1];
    if (!last) break;
    if (n > 1 && last.start - (words[from + n - 2]?.end ?? 0) > 2) break;
    joined += last.word;
    const next = words[from + n];
    const nextKind = next && next.start - last.end <= 2 ? latinKind(next.word) : null;
    const glued = GLUED.exec(joined);
    const tries: (readonly [string, LatinKind, number])[] = [
      [joined, nextKind, nextKind && nextKind !== 'village' ? 1 : 0],
      [joined, null, 0],
    ];
    if (glued?.[1] && glued[2]) tries.push([glued[1], latinKind(glued[2]), 0]);
    for (const [letters, kind, extra] of tries) {
      const hit = lookUp(foldLetters(letters), kind);
      if (!hit || (kind === null && nextKind === 'village')) continue;
      const end = extra === 1 && next ? next.end : last.end;
      const kindWord = extra === 1 && next ? next.word : letters === joined ? '' : (glued?.[2] ?? '');
      found = { token: tokenOf(hit, first.start, end, kindWord), words: n + extra };
      break;
    }
  }
  return found;
}

/** Baokang Town is 保康镇 and not 保康街道. */
export function ofKind(areas: readonly Area[], kindWord: string): readonly Area[] {
  const ending = ENDING_OF[kindWord];
  const named = ending === undefined ? [] : areas.filter((area) => area.name.endsWith(ending));
  if (named.length > 0) return named;
  const offices = areas.filter((area) => area.level !== 'township' || Number(area.code.slice(6)) < 400);
  return offices.length > 0 ? offices : areas;
}

function tokenOf(
  hit: { senses: Sense[]; firm: boolean },
  start: number,
  end: number,
  kindWord: string,
): PlaceToken {
  // Baoshan Town is a township here and not the city of Baoshan elsewhere
  const inRegion = kindWord === '' ? [] : hit.senses.filter((it) => it.area !== null);
  if (inRegion.length > 0) hit = { senses: inRegion, firm: hit.firm };
  const firm = hit.senses.filter((it) => !it.stem);
  const senses = firm.length > 0 ? firm : hit.senses;
  const areas = ofKind(
    senses.flatMap((it) => it.area ?? []),
    kindWord,
  );
  const level = (['county', 'league', 'township'] as const).find((it) =>
    areas.some((area) => area.level === it),
  );
  return {
    start, end, name: '', kind: level ?? 'outside', areas: areas.filter((area) => area.level === level),
    outside: level ? null : (senses[0]?.outside ?? null), weak: !hit.firm, bare: false,
  }; // prettier-ignore
}
