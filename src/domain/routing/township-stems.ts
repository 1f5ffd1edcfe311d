import type { Area } from './area';
import { isHan } from './fold-text';
import type { Gazetteer } from './gazetteer';
import { ENDS_NAME } from './name-boundary';
import type { NameRepair } from './repair-name';

/** The townships of the counties whose stem stands at `at`, the longest only. `length` is 1 when there is none. */
export function stemAt(
  text: string,
  at: number,
  counties: readonly Area[],
  gazetteer: Gazetteer,
): { readonly areas: readonly Area[]; readonly length: number } {
  let areas: Area[] = [];
  let length = 1;
  for (const county of counties)
    for (const area of gazetteer.townshipsOf(county)) {
      if (area.stem.length < length || !text.startsWith(area.stem, at)) continue;
      if (area.stem.length > length) areas = [];
      length = area.stem.length;
      if (!areas.includes(area)) areas.push(area);
    }
  return { areas, length };
}

/** The one township whose long stem begins so: 塔木素 for 塔木素布拉格. */
export function shortenedAt(
  text: string,
  at: number,
  counties: readonly Area[],
  gazetteer: Gazetteer,
): { readonly area: Area; readonly length: number } | null {
  let found: Area | null = null;
  let length = 2;
  for (const county of counties)
    for (const area of gazetteer.townshipsOf(county)) {
      let same = 0;
      while (same < area.stem.length && text.charCodeAt(at + same) === area.stem.charCodeAt(same)) same++;
      if (same < 3 || same * 2 < area.stem.length || same < length) continue;
      found = same === length ? null : area;
      length = same;
    }
  return found && ENDS_NAME.test(text.slice(at + length, at + length + 6)) ? { area: found, length } : null;
}

/** 可镇 for 可可以力更镇, 阿镇 for 阿勒腾席热镇: people call a seat by its first character, if no other begins so. */
export function abbreviatedAt(
  text: string,
  at: number,
  counties: readonly Area[],
  gazetteer: Gazetteer,
): Area | null {
  if (text.charAt(at + 1) !== '镇' || /^[上里长]/u.test(text.slice(at + 2, at + 3))) return null;
  const towns = counties
    .flatMap((county) => gazetteer.townshipsOf(county))
    .filter((area) => area.name.endsWith('镇') && area.name.startsWith(text.charAt(at)));
  const [only] = towns;
  return towns.length === 1 && only && only.stem.length >= 3 ? only : null;
}

/** The one township whose long stem is spelt otherwise here, and named without its ending: 巴音淖尔 for 巴彦淖尔镇. */
export function respeltAt(
  text: string,
  at: number,
  counties: readonly Area[],
  repair: NameRepair,
): { readonly area: Area; readonly length: number } | null {
  for (let length = 6; length >= 3; length--) {
    if (at + length > text.length || !isHan(text.charCodeAt(at + length - 1))) continue;
    if (!ENDS_NAME.test(text.slice(at + length, at + length + 6))) continue;
    const found = repair.respelt(text.slice(at, at + length), counties);
    const [only] = found;
    if (only) return found.length === 1 ? { area: only, length } : null;
  }
  return null;
}

/** Names of the same kind in the same county that only go on: 平庄镇 and 平庄城区街道, 伊敏苏木 and 伊敏河镇. */
export function alsoBeginsSo(area: Area, gazetteer: Gazetteer): readonly Area[] {
  const county = area.parent;
  if (!county) return [];
  return gazetteer
    .townshipsOf(county)
    .filter(
      (it) =>
        it.stem.length > area.stem.length &&
        it.stem.startsWith(area.stem) &&
        /(?:街道|镇|乡|苏木)$/u.test(it.name),
    );
}
