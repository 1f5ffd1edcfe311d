import type { Address } from './address';
import { liesIn, type Area } from './area';
import { isHan } from './fold-text';
import { TOWNSHIP_ENDING, VILLAGE_ENDING, type Gazetteer, type Village } from './gazetteer';
import {
  beginsLongerName, ENDS_NAME, isNamePart, NOT_A_NAME_AFTER, TOWN_WORD, VILLAGE_WORD, WRITTEN_TOWN, WRITTEN_VILLAGE,
} from './name-boundary'; // prettier-ignore
import type { NameRepair, Repaired } from './repair-name';
import { abbreviatedAt, alsoBeginsSo, respeltAt, shortenedAt, stemAt } from './township-stems';

/** What may stand between a county and the name that follows it; a misheard ending of the county among it. */
const LINK =
  /^(?:[旗期其起齐七县线市是区盟](?![^,，。]?村))?[的里边下内境辖那儿\s，,、·.:：（(\-－—/／]{0,4}/u;
/** A village's name with its ending may begin after these, or after anything that is no Chinese character. */
const BEFORE_VILLAGE = /[旗县市区盟镇乡木道的是在住到里那叫回们家我户村边]/u;

/** A shorter name of old days is asked about: it may as well be another place, or misheard. */
const SURE_FORMER = 3;

export interface CompleteAddress {
  /** Looks around an address for the township and village that its tokens did not give. `from` and `to` are its room. */
  (address: Address, text: string, from: number, to: number): void;
}

export function createCompleteAddress(gazetteer: Gazetteer, repair: NameRepair): CompleteAddress {
  const inAny = (area: Area, scope: readonly Area[]): boolean => scope.some((outer) => liesIn(area, outer));

  /** The longest village name at `at` inside the scope. */
  const villageAt = (
    text: string,
    at: number,
    scope: readonly Area[],
  ): { name: string; values: readonly Village[] } | null =>
    gazetteer.villages.longest(text, at, (village) => inAny(village.township, scope));

  const settle = (address: Address, villages: readonly Village[], start: number, end: number): void => {
    const townships = [...new Set(villages.map((village) => village.township))];
    address.townships = townships;
    if (townships.length === 1) address.village = villages[0]?.name ?? null;
    reach(address, start, end);
    address.weak = false;
  };
  const take = (address: Address, townships: readonly Area[], start: number, end: number): void => {
    address.townships = townships;
    reach(address, start, end);
    address.weak = false;
  };

  /** A township or village right behind the county: by stem, by name with another ending, or without any. */
  const rightBehind = (address: Address, text: string, start: number): boolean => {
    const { counties } = address;
    const stem = stemAt(text, start, counties, gazetteer);
    const village = villageAt(text, start, counties);
    const room = text.slice(start, start + 14);
    if (village && village.name.length > stem.length) {
      const { length } = village.name;
      const rest = room.slice(length);
      const suffix = VILLAGE_WORD.exec(rest);
      const whole = suffix !== null || VILLAGE_ENDING.test(village.name);
      if (whole || (standsAlone(rest, length) && !TOWN_WORD.test(rest) && !beginsLongerName(room, length))) {
        settle(address, village.values, start, start + length + (suffix?.[0].length ?? 0));
        return true;
      }
    }
    if (stem.areas.length === 0) return false;
    const rest = room.slice(stem.length);
    const suffix = VILLAGE_WORD.exec(rest);
    if (suffix) {
      // 林西县新林村 is a village of that name, or the village at the seat of the township
      if (village) settle(address, village.values, start, start + village.name.length + suffix[0].length);
      else {
        take(address, stem.areas, start, start + stem.length);
        address.unsure = stem.length <= 2;
      }
      return true;
    }
    const word = TOWN_WORD.exec(rest)?.[0];
    const alone = standsAlone(rest, stem.length) && !beginsLongerName(room, stem.length);
    if (word === undefined && !alone && !villageAt(text, start + stem.length, stem.areas)) return false;
    const named = preferOffices(stem.areas, word);
    const offices =
      word === undefined
        ? [...new Set(named.flatMap((area) => [area, ...alsoBeginsSo(area, gazetteer)]))]
        : named;
    take(address, offices, start, start + stem.length + (word?.length ?? 0));
    // 建国苏木 where only 建国街道 is known may be a township of old days
    if (word !== undefined && stem.length <= 2 && !offices.some((area) => sameKind(area, word)))
      address.unsure = true;
    return true;
  };

  const bySurroundings = (address: Address, text: string, from: number, to: number): boolean => {
    const linked = afterLink(address, text, to);
    if (rightBehind(address, text, address.end)) return true;
    if (linked > address.end && rightBehind(address, text, linked)) return true;
    const short = abbreviatedAt(text, linked, address.counties, gazetteer);
    if (short) {
      take(address, [short], linked, linked + 2);
      return true;
    }
    const shortened =
      shortenedAt(text, linked, address.counties, gazetteer) ??
      respeltAt(text, linked, address.counties, repair);
    if (shortened) {
      take(address, [shortened.area], linked, linked + shortened.length);
      return true;
    }
    return (
      villageWithEnding(address, text, address.end, to) ||
      // 前旗黑柳子村，乌拉特的: between the names of the county
      villageWithEnding(address, text, address.start, address.end) ||
      villageWithEnding(address, text, from, address.start)
    );
  };

  /** A village named with its ending anywhere in a stretch of the text. */
  const villageWithEnding = (address: Address, text: string, from: number, to: number): boolean => {
    for (let i = from; i < to - 2; i++) {
      if (!isHan(text.charCodeAt(i))) continue;
      const village = villageAt(text, i, address.counties);
      if (!village) continue;
      const suffix = VILLAGE_WORD.exec(text.slice(i + village.name.length, i + village.name.length + 5));
      if (!suffix && !VILLAGE_ENDING.test(village.name)) continue;
      const before = text.charAt(i - 1);
      // 瓦房村 inside 三间瓦房村 may be another village
      if (i > from && isHan(before.charCodeAt(0)) && !BEFORE_VILLAGE.test(before)) {
        if (isNamePart(text.slice(from, i)) && i - from <= 3) return false;
        address.unsure = true;
      }
      settle(address, village.values, i, i + village.name.length + (suffix?.[0].length ?? 0));
      return true;
    }
    return false;
  };

  /** 三面井乡 was merged away; the village that kept its name lies in the township of today. */
  const formerTownship = (address: Address, town: string, stem: string): readonly Area[] => {
    if (isStreet(town)) return [];
    const village = villageAt(stem, 0, address.counties);
    return village?.name === stem ? [...new Set(village.values.map((it) => it.township))] : [];
  };

  const byRepair = (address: Address, text: string, to: number): void => {
    if (address.counties.length > 3) return;
    const linked = afterLink(address, text, to);
    for (const start of linked > address.end ? [linked, address.end] : [linked]) {
      const room = text.slice(start, Math.min(to, start + 16));
      const town = WRITTEN_TOWN.exec(room)?.[1];
      const village = WRITTEN_VILLAGE.exec(room)?.[1];
      if (town !== undefined && (village === undefined || town.length <= village.length + 1)) {
        const stem = town.replace(TOWNSHIP_ENDING, '').replace(/办事处$/u, '');
        const found = repair.townships(stem.length >= 2 ? stem : town, address.counties);
        const old = formerTownship(address, town, stem);
        if (old.length > 0 && !found.same) {
          const places = [...new Set([...found.places, ...old])];
          take(address, places, start, start + town.length);
          address.unsure = stem.length < SURE_FORMER;
          return;
        }
        if (found.places.length > 0) {
          take(
            address,
            preferOffices(found.places, TOWNSHIP_ENDING.exec(town)?.[0]),
            start,
            start + town.length,
          );
          address.unsure = !found.sure;
          return;
        }
        if (villageWithEnding(address, text, start + town.length, Math.min(to, start + town.length + 12)))
          return;
      } else if (village !== undefined) {
        const found: Repaired<Village> = repair.villages(village, address.counties);
        if (found.places.length === 0) continue;
        settle(address, found.places, start, start + village.length + 1);
        address.unsure = !found.sure;
        return;
      }
    }
  };

  const findVillage = (address: Address, text: string, to: number): void => {
    const linked = afterLink(address, text, to);
    for (const start of linked > address.end ? [address.end, linked] : [linked]) {
      const village = villageAt(text, start, address.townships);
      if (!village) continue;
      const townships = address.townships.filter((area) => village.values.some((it) => it.township === area));
      const rest = text.slice(start + village.name.length, start + village.name.length + 5);
      const suffix = VILLAGE_WORD.exec(rest)?.[0].length ?? 0;
      if (suffix === 0 && village.name.length < 3 && !ENDS_NAME.test(rest)) continue;
      address.townships = townships;
      if (townships.length === 1)
        address.village = village.values.find((it) => it.township === townships[0])?.name ?? null;
      reach(address, start, start + village.name.length + suffix);
      return;
    }
  };

  return (address, text, from, to) => {
    if (address.outside !== null) return;
    if (address.townships.length === 0 && address.counties.length > 0 && address.misfit !== 'named') {
      if (address.misfit === 'tail') byRepair(address, text, to);
      else if (!bySurroundings(address, text, from, to)) byRepair(address, text, to);
    }
    if (address.townships.length > 0 && address.village === null) findVillage(address, text, to);
    if (address.townships.length > 0 && address.counties.length > 0) {
      const counties = address.counties.filter((county) =>
        address.townships.some((area) => liesIn(area, county)),
      );
      if (counties.length > 0) address.counties = counties;
    }
  };
}

/** Widens the address over a name just found; one that the conversation gave begins with its first name. */
function reach(address: Address, start: number, end: number): void {
  address.start = address.given && address.end === 0 ? start : Math.min(address.start, start);
  address.end = Math.max(address.end, end);
}

function afterLink(address: Address, text: string, to: number): number {
  return address.end + (LINK.exec(text.slice(address.end, Math.min(to, address.end + 6)))?.[0].length ?? 0);
}

function standsAlone(rest: string, length: number): boolean {
  return !NOT_A_NAME_AFTER.test(rest) && (length >= 3 || ENDS_NAME.test(rest));
}

const isStreet = (name: string): boolean => /街道|办事处/u.test(name);
const sameKind = (area: Area, ending: string): boolean => isStreet(area.name) === isStreet(ending);

/** Farms and parks (codes from 400) give way to a township of the same stem, unless the ending names them. */
function preferOffices(areas: readonly Area[], ending: string | undefined): readonly Area[] {
  if (ending !== undefined) {
    const named = areas.filter((area) => area.name.endsWith(ending));
    if (named.length > 0) return named;
  }
  const offices = areas.filter((area) => Number(area.code.slice(6)) < 400);
  return offices.length > 0 ? offices : areas;
}
