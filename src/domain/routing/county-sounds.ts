import type { Area } from './area';
import { isHan } from './fold-text';
import type { Gazetteer } from './gazetteer';
import type { PlaceToken } from './place-token';

/** How dictation writes the endings of counties and leagues; the plain form needs no support. */
const ENDINGS = '旗期其起齐七棋企器气汽启奇骑县线现限献宪区去取渠趣曲市是事式视室盟萌蒙';
const PLAIN = '旗县区市盟';

/** From so many characters on, one odd one leaves no doubt. */
const LONG = 5;
/** 土默特左旗 and 土默特右旗 differ by one character. */
const TWINS = '左右前中后东西';

/** Counties by sound, for dictation: 奈慢旗, 多轮县. */
export interface CountySounds {
  readonly at: (text: string, at: number) => PlaceToken | null;
}

interface Entry {
  readonly ids: readonly number[];
  readonly area: Area;
}

/**
 * Counties and leagues found by the sound of their whole name. Only names of three or more characters: shorter ones
 * sound like ordinary words.
 */
export function createCountySounds(gazetteer: Gazetteer): CountySounds {
  const { sound } = gazetteer;
  const buckets = new Map<number, Entry[]>();
  const add = (name: string, area: Area): void => {
    if (name.length < 3 || !/[旗县市区盟]$/u.test(name)) return;
    const ids = Array.from(name, (char) => sound.id(char.charCodeAt(0)));
    const key = ((ids[0] ?? 0) << 10) | (ids[1] ?? 0);
    const bucket = buckets.get(key) ?? [];
    bucket.push({ ids, area });
    bucket.sort((a, b) => b.ids.length - a.ids.length);
    buckets.set(key, bucket);
  };
  for (const area of [...gazetteer.leagues, ...gazetteer.counties])
    for (const name of [area.name, ...area.aliases]) add(name, area);

  /** All sounds the same; a long name may have one odd character (东乌珠穆泌旗), but not one that tells twins apart. */
  const soundsLike = (text: string, start: number, ids: readonly number[], name: string): boolean => {
    let odd = -1;
    for (let i = 2; i < ids.length - 1; i++) {
      if (sound.id(text.charCodeAt(start + i)) === ids[i]) continue;
      if (odd >= 0 || ids.length < LONG) return false;
      odd = i;
    }
    return odd < 0 || (isHan(text.charCodeAt(start + odd)) && !TWINS.includes(name.charAt(odd)));
  };

  const at = (text: string, start: number): PlaceToken | null => {
    const first = sound.id(text.charCodeAt(start));
    if (first === 0) return null;
    const bucket = buckets.get((first << 10) | sound.id(text.charCodeAt(start + 1)));
    if (!bucket) return null;
    for (const { ids, area } of bucket) {
      const end = start + ids.length;
      const last = text.charAt(end - 1);
      if (end > text.length || !isHan(text.charCodeAt(end - 1)) || !ENDINGS.includes(last)) continue;
      if (!soundsLike(text, start, ids, area.name)) continue;
      return {
        start,
        end,
        name: text.slice(start, end),
        kind: area.level,
        areas: [area],
        outside: null,
        weak: !PLAIN.includes(last),
        bare: false,
      };
    }
    return null;
  };
  return { at };
}
