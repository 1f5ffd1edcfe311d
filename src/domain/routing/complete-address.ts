import type { Address } from './address';
import { liesIn, type Area } from './area';
import { isHan } from './fold-text';
import { TOWNSHIP_ENDING, VILLAGE_ENDING, type Gazetteer, type Village } from './gazetteer';
import type { NameRepair } from './repair-name';

/** What may stand between a county and the name that follows it. */
const LINK =
  /^(?:[旗期其起齐七县线市是区盟](?![^,，。]?村))?[的里边下内境辖那儿\s，,、·.:：（(\-－—/／]{0,4}/u;
const NOT_A_NAME_AFTER =
  /^(?:路|大街|街(?!道)|书店|医院|小区|学校|小学|中学|一中|超市|酒店|宾馆|集团|公司|煤矿|银行|法院|车站|火车站|机场|高速|路口|大酒店|信用社|派出所|民政局|政府)/u;
const VILLAGE_WORD = /^(?:村民委员会|村委会|居委会|嘎查|社区|村|屯|队|组|生活区)/u;
const TOWN_WORD = /^(?:镇|乡|苏木|街道|办事处)/u;
const ENDS_NAME = /^(?:[^一-鿿]|$|的|这|那|有|我|老|里|人|家|一|两|养|种|户|附近|牧|上|住)/u;
const WRITTEN_TOWN = /^([一-鿿]{2,9}?)(?:镇|乡|苏木|街道|办事处)/u;
const WRITTEN_VILLAGE = /^([一-鿿]{2,9}?)(?:村|嘎查|社区|屯|居委会|生活区)/u;

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

  const settle = (address: Address, villages: readonly Village[], end: number): void => {
    const townships = [...new Set(villages.map((village) => village.township))];
    address.townships = townships;
    if (townships.length === 1) address.village = villages[0]?.name ?? null;
    address.end = Math.max(address.end, end);
    address.weak = false;
  };

  /** A township's stem, or its name with another ending, right behind its county. */
  const stemAt = (text: string, at: number, counties: readonly Area[]): { areas: Area[]; length: number } => {
    let areas: Area[] = [];
    let length = 1;
    for (const county of counties)
      for (const area of gazetteer.townshipsOf(county)) {
        if (area.stem.length < length || !text.startsWith(area.stem, at)) continue;
        if (area.stem.length > length) areas = [];
        length = area.stem.length;
        areas.push(area);
      }
    return { areas, length };
  };

  const bySurroundings = (address: Address, text: string, from: number, to: number): boolean => {
    const { counties } = address;
    const at =
      address.end + (LINK.exec(text.slice(address.end, Math.min(to, address.end + 6)))?.[0].length ?? 0);
    const starts = at > address.end ? [at, address.end] : [at];
    for (const start of starts) {
      const stem = stemAt(text, start, counties);
      const village = villageAt(text, start, counties);
      if (village && village.name.length > stem.length) {
        const rest = text.slice(start + village.name.length, start + village.name.length + 6);
        const suffixed = VILLAGE_WORD.exec(rest) ?? VILLAGE_ENDING.exec(village.name);
        if (
          suffixed ||
          ((village.name.length >= 3 || ENDS_NAME.test(rest)) &&
            !NOT_A_NAME_AFTER.test(rest) &&
            !TOWN_WORD.test(rest))
        ) {
          settle(
            address,
            village.values,
            start + village.name.length + (VILLAGE_WORD.exec(rest)?.[0].length ?? 0),
          );
          return true;
        }
      }
      if (stem.areas.length > 0) {
        const rest = text.slice(start + stem.length, start + stem.length + 6);
        const suffix = VILLAGE_WORD.exec(rest);
        if (suffix) {
          // 林西县新林村 is a village of that name, or the village at the seat of the township
          if (village) settle(address, village.values, start + village.name.length + suffix[0].length);
          else address.townships = stem.areas;
          address.weak = false;
          return true;
        }
        const word = TOWN_WORD.exec(rest);
        if (
          !NOT_A_NAME_AFTER.test(rest) &&
          (word ||
            stem.length >= 3 ||
            ENDS_NAME.test(rest) ||
            villageAt(text, start + stem.length, stem.areas))
        ) {
          address.townships = preferOffices(stem.areas, word?.[0]);
          address.end = start + stem.length + (word?.[0].length ?? 0);
          address.weak = false;
          return true;
        }
      }
    }
    return (
      villageWithEnding(address, text, address.end, to, counties) ||
      villageWithEnding(address, text, from, address.start, counties)
    );
  };

  /** A village named with its ending anywhere in a stretch of the text. */
  const villageWithEnding = (
    address: Address,
    text: string,
    from: number,
    to: number,
    scope: readonly Area[],
  ): boolean => {
    for (let i = from; i < to - 2; i++) {
      if (!isHan(text.charCodeAt(i))) continue;
      const village = villageAt(text, i, scope);
      if (!village) continue;
      const suffix = VILLAGE_WORD.exec(text.slice(i + village.name.length, i + village.name.length + 5));
      if (!suffix && !VILLAGE_ENDING.test(village.name)) continue;
      settle(address, village.values, i + village.name.length + (suffix?.[0].length ?? 0));
      if (i < address.start) address.start = i;
      return true;
    }
    return false;
  };

  const byRepair = (address: Address, text: string, to: number): void => {
    const { counties } = address;
    if (counties.length > 3) return;
    const at =
      address.end + (LINK.exec(text.slice(address.end, Math.min(to, address.end + 6)))?.[0].length ?? 0);
    for (const start of at > address.end ? [at, address.end] : [at]) {
      const room = text.slice(start, Math.min(to, start + 14));
      const town = WRITTEN_TOWN.exec(room)?.[1];
      const village = WRITTEN_VILLAGE.exec(room)?.[1];
      if (town && (!village || town.length < village.length)) {
        const found = repair.townships(town, counties);
        if (found.length > 0) {
          address.townships = found;
          address.end = start + town.length + 1;
          address.weak = false;
          return;
        }
        const rest = start + town.length;
        if (villageWithEnding(address, text, rest, Math.min(to, rest + 12), counties)) return;
      } else if (village) {
        const found = repair.villages(village, counties);
        if (found.length > 0) return settle(address, found, start + village.length + 1);
      }
    }
  };

  const findVillage = (address: Address, text: string, to: number): void => {
    const at =
      address.end + (LINK.exec(text.slice(address.end, Math.min(to, address.end + 6)))?.[0].length ?? 0);
    for (const start of at > address.end ? [at, address.end] : [at]) {
      const village = villageAt(text, start, address.townships);
      if (!village) continue;
      const townships = address.townships.filter((area) => village.values.some((it) => it.township === area));
      const rest = text.slice(start + village.name.length, start + village.name.length + 5);
      const suffix = VILLAGE_WORD.exec(rest)?.[0].length ?? 0;
      if (suffix === 0 && village.name.length < 3 && !ENDS_NAME.test(rest)) continue;
      address.townships = townships;
      if (townships.length === 1)
        address.village = village.values.find((it) => it.township === townships[0])?.name ?? null;
      address.end = start + village.name.length + suffix;
      return;
    }
  };

  return (address, text, from, to) => {
    if (address.outside !== null) return;
    if (address.townships.length === 0 && address.counties.length > 0 && !address.misfit) {
      if (!bySurroundings(address, text, from, to)) byRepair(address, text, to);
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

/** Farms and parks (codes from 400) give way to a township of the same stem, unless the ending names them. */
function preferOffices(areas: readonly Area[], ending: string | undefined): readonly Area[] {
  if (ending !== undefined) {
    const named = areas.filter((area) => TOWNSHIP_ENDING.exec(area.name)?.[0] === ending);
    if (named.length > 0) return named;
  }
  const offices = areas.filter((area) => Number(area.code.slice(6)) < 400);
  return offices.length > 0 ? offices : areas;
}
