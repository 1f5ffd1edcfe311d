import type { Area } from './area';
import type { AreaRow, GazetteerFile, OtherRegionsFile } from './gazetteer-file';
import { NameIndex } from './name-index';
import { createSound, type Sound } from './sound';

/** What a name in the text may be. `weak`: also an ordinary word or a person; needs support. `bare`: without its ending. */
export interface NameSense {
  readonly area: Area | null;
  /** Province or country, for a name outside the region. */
  readonly outside: string | null;
  readonly weak: boolean;
  readonly bare: boolean;
}

export interface Village {
  readonly name: string;
  readonly stem: string;
  readonly township: Area;
}

/** The places of the region, and the names by which they are found. Built once; nothing in it changes. */
export interface Gazetteer {
  readonly year: number;
  readonly leagues: readonly Area[];
  readonly counties: readonly Area[];
  readonly townships: readonly Area[];
  readonly area: (code: string) => Area | undefined;
  /** Leagues, counties, townships with their ending, and places elsewhere. */
  readonly names: NameIndex<NameSense>;
  /** Counties elsewhere by name or stem; only after the name of their province. */
  readonly outsideDetail: NameIndex<string>;
  readonly villages: NameIndex<Village>;
  /** Those of a zone inside the county too. */
  readonly townshipsOf: (county: Area) => readonly Area[];
  readonly villagesOf: (township: Area) => readonly Village[];
  /** Latin names as they are given in the data, for leagues, counties and townships. */
  readonly latinNames: readonly {
    readonly name: string;
    readonly area: Area | null;
    readonly outside: string | null;
  }[];
  /** Leagues and counties in Mongolian. */
  readonly mongolianNames: readonly { readonly name: string; readonly area: Area }[];
  readonly sound: Sound;
}

const COUNTY_ENDING = /(?:自治旗|联合旗|矿区|[旗县市区])$/u;
const LEAGUE_ENDING = /[盟市]$/u;
export const TOWNSHIP_ENDING =
  /(?:街道|镇|(?:达斡尔|鄂温克|鄂伦春|俄罗斯族?|满族?|回族?|朝鲜族?|蒙古族?)*民族[乡苏]木?|苏木|乡)$/u;
/** Names of seats are also said alone (薛家湾); farms keep their kind. */
const ENDS_AS_TOWNSHIP = /(?:街道|镇|乡|苏木|[场局区])$/u;
export const VILLAGE_ENDING = /(?:生活区|嘎查|社区|村)$/u;

export function createGazetteer(file: GazetteerFile, others: OtherRegionsFile): Gazetteer {
  const byCode = new Map<string, Area & { children: Area[] }>();
  const names = new NameIndex<NameSense>();
  const latinNames: { name: string; area: Area | null; outside: string | null }[] = [];

  const mongolianNames: { name: string; area: Area }[] = [];

  const put = (
    row: { code: string; name: string; en: string; pinyin: string; zh?: string[] | undefined },
    level: Area['level'],
    parent: Area | null,
    zone: Area | null,
    ending: RegExp,
  ): Area => {
    const bare = row.name.replace(ending, '');
    // 鄂伦春民族乡 has no other stem than its people's name
    const stem = bare.length >= 2 ? bare : row.name.replace(/民族[乡苏]木?$/u, '');
    const area = {
      code: row.code, level, name: row.name, stem: stem.length >= 2 ? stem : row.name, en: row.en, aliases: row.zh ?? [], pinyin: row.pinyin,
      full: (parent?.full ?? '') + row.name, parent, zoneOf: zone, children: [],
    }; // prettier-ignore
    byCode.set(row.code, area);
    if (parent) byCode.get(parent.code)?.children.push(area);
    return area;
  };
  const nameOf = (name: string, area: Area, weak: boolean, bare: boolean): void => {
    names.add(name, { area, outside: null, weak, bare });
  };
  const nameAll = (row: AreaRow, area: Area): void => {
    nameOf(row.name, area, row.weak.includes(row.name), false);
    for (const name of row.zh) nameOf(name, area, false, !/[旗县市区盟]$/u.test(name));
    for (const name of row.weak) nameOf(name, area, true, !/[旗县市区盟]$/u.test(name));
    for (const name of row.latin) latinNames.push({ name, area, outside: null });
    for (const name of row.mn ?? []) mongolianNames.push({ name, area });
  };

  const leagues = file.leagues.map((row) => {
    const area = put(row, 'league', null, null, LEAGUE_ENDING);
    nameAll(row, area);
    return area;
  });
  const leagueOf = (code: string): Area | null => byCode.get(code.slice(0, 4)) ?? null;
  // zones last, so that the county around them is known
  for (const row of file.counties.toSorted(
    (a, b) => Number(a.parent !== undefined) - Number(b.parent !== undefined),
  ))
    nameAll(row, put(row, 'county', leagueOf(row.code), byCode.get(row.parent ?? '') ?? null, COUNTY_ENDING));
  const townships = file.townships.map((row) => {
    const area = put(
      row,
      'township',
      byCode.get(row.county ?? row.code.slice(0, 6)) ?? null,
      null,
      TOWNSHIP_ENDING,
    );
    if (TOWNSHIP_ENDING.test(row.name) || row.name.length >= 4) nameOf(row.name, area, false, false);
    // 音河乡 for 音河达斡尔鄂温克民族乡
    if (/民族[乡苏]/u.test(row.name) && area.stem !== row.name)
      nameOf(`${area.stem}${row.name.endsWith('苏木') ? '苏木' : '乡'}`, area, false, false);
    for (const name of row.zh ?? []) nameOf(name, area, false, !ENDS_AS_TOWNSHIP.test(name));
    for (const name of row.weak ?? []) nameOf(name, area, true, false);
    for (const name of row.latin ?? []) latinNames.push({ name, area, outside: null });
    return area;
  });

  const villages = new NameIndex<Village>();
  const villageLists = new Map<Area, Village[]>();
  for (const [code, list] of Object.entries(file.villages)) {
    const township = byCode.get(code);
    if (!township) continue;
    const own = list.split('|').map((name): Village => {
      const stem = villageStem(name);
      return { name, stem: stem.length >= 2 ? stem : name, township };
    });
    villageLists.set(township, own);
    for (const village of own) villages.add(village.stem, village);
  }

  const counties = file.counties.flatMap((row) => byCode.get(row.code) ?? []);
  const withZones = new Map<Area, readonly Area[]>(
    counties.map((county) => [
      county,
      counties.filter((it) => it === county || it.zoneOf === county).flatMap((it) => it.children),
    ]),
  );
  const outsideDetail = new NameIndex<string>();
  indexOthers(others, names, outsideDetail, latinNames);
  for (const index of [names, villages, outsideDetail]) index.sortLongestFirst();
  return {
    year: file.year,
    leagues,
    counties,
    townships,
    area: (code) => byCode.get(code),
    names,
    outsideDetail,
    villages,
    townshipsOf: (county) => withZones.get(county) ?? [],
    villagesOf: (township) => villageLists.get(township) ?? [],
    latinNames,
    mongolianNames,
    sound: createSound(file.syllables),
  };
}

const VILLAGE_ENDINGS = ['生活区', '嘎查', '社区', '村'] as const;
const villageStem = (name: string): string => {
  const ending = VILLAGE_ENDINGS.find((it) => name.endsWith(it));
  return ending === undefined ? name : name.slice(0, -ending.length);
};

function indexOthers(
  others: OtherRegionsFile,
  names: NameIndex<NameSense>,
  detail: NameIndex<string>,
  latin: { name: string; area: Area | null; outside: string | null }[],
): void {
  const weak = new Set(others.weak);
  const put = (name: string, outside: string, bare: boolean): void => {
    // a name of the region wins over the same name elsewhere
    if (name.length < 2 || weak.has(name) || names.get(name)?.some((sense) => sense.area)) return;
    names.add(name, { area: null, outside, weak: false, bare });
  };
  const each = (list: string): string[] => (list === '' ? [] : list.split('|'));
  for (const province of others.provinces) {
    put(province.name, province.name, false);
    put(province.short, province.name, true);
    for (const name of [...each(province.cities), ...each(province.extra)]) put(name, province.name, false);
    for (const name of each(province.cityStems)) put(name, province.name, true);
    for (const name of each(province.counties)) {
      if (/[县市旗]$/u.test(name) && name.length >= 3) put(name, province.name, false);
      detail.add(name, province.name);
      const stem = name.replace(/[县市区旗]$/u, '');
      if (stem.length >= 2) detail.add(stem, province.name);
    }
    for (const name of each(province.cityStems)) detail.add(name, province.name);
    for (const name of each(province.latin)) latin.push({ name, area: null, outside: province.name });
  }
  for (const [country, list] of Object.entries(others.foreign)) {
    put(country, country, false);
    for (const name of list)
      if (/^[\x20-\x7e]+$/u.test(name)) latin.push({ name, area: null, outside: country });
      else put(name, country, false);
  }
}
