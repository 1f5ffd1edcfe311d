import { TOWNSHIP_ENDING } from '../../src/domain/routing/gazetteer';

/** How the source's official names become the names that people use. */

/** 12 spellings of "committee", cut off in places by the source. */
const COMMITTEE = /(?:村民|居民)?(?:委员会|委会|委)$/u;

/** 东风嘎查委员会 → 东风嘎查; 车铺村村民委员会 → 车铺村; 公主府社区居委会 → 公主府社区. */
export function villageDisplayName(official: string): string {
  const own = official.replace(/^内蒙古自治区.*(?:街道|镇|乡|苏木)(?=.)/u, '');
  const housing = /居(?:民)?委(?:员)?会?$/u.test(own);
  const bare = own.replace(/居委会$/u, '').replace(COMMITTEE, '');
  if (/(?:嘎查|艾里嘎查)村$/u.test(bare)) return bare.slice(0, -1);
  if (/村委会社区$/u.test(bare)) return bare.slice(0, -4);
  if (/(?:嘎查|村|社区)社区$/u.test(bare)) return bare.slice(0, -2);
  if (/村村$/u.test(bare)) return bare.slice(0, -1);
  if (/(?:嘎查|社区|村|生活区|虚拟社区|[队场站区])$/u.test(bare)) return bare;
  if (bare === official) return bare;
  return `${bare}${housing ? '社区' : '村'}`;
}

const ENGLISH: readonly (readonly [string, string])[] = [
  ['街道', ' Subdistrict'],
  ['镇', ' Town'],
  ['苏木', ' Sumu'],
  ['乡', ' Township'],
];

/** The stem and the English word of a township's name; farms and parks keep theirs whole. */
export function townshipEnding(name: string): { readonly stem: string; readonly en: string } {
  const en = ENGLISH.find(([ending]) => name.endsWith(ending))?.[1] ?? '';
  const stem = name.replace(TOWNSHIP_ENDING, '');
  return stem.length >= 1 ? { stem, en } : { stem: name.replace(/民族[乡苏]木?$/u, ''), en };
}

/** 敖汉旗人民政府新州街道 → 新州街道; 保康街道办事处 → 保康街道. */
export function withoutOwner(name: string, county: string): string {
  const own = name.startsWith(county) && name.length > county.length + 2 ? name.slice(county.length) : name;
  return own
    .replace(/^人民政府/u, '')
    .replace(/街道(?:办事处|筹备处)$/u, '街道')
    .replace(/^.+镇(?=..办事处$)/u, '');
}

/** What people call a farm that the source has as a company: 上库力农场 for 呼伦贝尔农垦上库力农牧场有限公司. */
export function farmNames(name: string): string[] {
  const own = name
    .replace(/(?:农牧业发展)?有限(?:责任)?公司$/u, '')
    .replace(/^(?:内蒙古自治区|通辽市|(?:呼伦贝尔|巴彦淖尔)?农垦|巴彦淖尔(?:市|农垦))/u, '')
    .replace(/^国[有营]/u, '');
  if (!/(?:农牧场|农场|牧场|林场|渔场|羊场|种畜场|繁育中心)$/u.test(own)) return [];
  const both = own.endsWith('农牧场')
    ? [own, own.replace(/农牧场$/u, '农场'), own.replace(/农牧场$/u, '牧场')]
    : [own];
  return both.filter((it) => it !== name && it.length >= 4);
}
