import type { Area } from './area';
import type { CountySounds } from './county-sounds';
import { isHan } from './fold-text';
import type { Gazetteer, NameSense } from './gazetteer';
import type { NameIndex } from './name-index';
import { isPersonName } from './person-name';
import type { PlaceToken } from './place-token';

/** A road, a shop or a dish named after a place, or a village whose name begins like it. */
const NAMED_AFTER =
  /^(?:[^的那条这到去在扫逛上]{0,2}大街|[东西南北中]?(?:路|街(?!道)|巷)|小区|花园|家园|新区医院|酒店|大酒店|宾馆|饭店|商场|大厦|超市|书店|利[路街]|拉面|火锅|烤鸭|啤酒|料理|日报|晚报|牌|时间)/u;
const VILLAGE_AFTER =
  /^(?:(?:达斡尔|鄂温克|鄂伦春|俄罗斯)?族?民族[乡苏]|族(?!自治)|村(?!里|上)|嘎查|屯(?!里)|庄|乡|镇|苏木|街道|营子|窑|沟|堡)/u;
/** 前旗 in 以前旗里, 后旗 in 然后旗里: the first character belongs to the word before. */
const DIRECTION = /^[前后中左右东西][旗]/u;
const BEFORE_DIRECTION = /[是在到回去来住我咱俺们的盟市省区]/u;

export function findHanTokens(text: string, gazetteer: Gazetteer, soundIndex: CountySounds): PlaceToken[] {
  const tokens: PlaceToken[] = [];
  const { names } = gazetteer;
  for (let i = 0; i < text.length - 1; i++) {
    if (!isHan(text.charCodeAt(i))) continue;
    let token = nameAt(text, i, names);
    // 科尔沁左意后旗 begins with 科尔沁, but sounds like more
    if (!token || token.bare) {
      const heard = soundIndex.at(text, i);
      const gain = (heard?.end ?? 0) - (token?.end ?? 0);
      if (heard && gain > 0 && (!token || token.weak || !heard.weak || gain > 1)) token = heard;
    }
    if (!token) {
      if (text.startsWith('内蒙', i))
        i += text.startsWith('内蒙古自治区', i) ? 5 : text.startsWith('内蒙古', i) ? 2 : 1;
      continue;
    }
    // 山西大同 must not hide a longer name that begins inside it
    const later = token.end - token.start <= 3 ? longerInside(text, token, names) : null;
    tokens.push(later ?? token);
    i = (later ?? token).end - 1;
  }
  return tokens;
}

function longerInside(text: string, token: PlaceToken, names: NameIndex<NameSense>): PlaceToken | null {
  for (let i = token.start + 1; i < token.end; i++) {
    const other = nameAt(text, i, names);
    if (other && other.end > token.end && other.end - other.start > token.end - token.start) return other;
  }
  return null;
}

/** What a name may be, worked out once for each. */
interface NameSummary {
  readonly bare: boolean;
  readonly weak: boolean;
  readonly kind: PlaceToken['kind'];
  readonly areas: readonly Area[];
  readonly outside: string | null;
  readonly banner: boolean;
  readonly direction: boolean;
}
const SUMMARIES = new WeakMap<readonly NameSense[], NameSummary>();

function summaryOf(name: string, senses: readonly NameSense[]): NameSummary {
  const known = SUMMARIES.get(senses);
  if (known) return known;
  const areas = [...new Set(senses.flatMap((sense) => sense.area ?? []))];
  const lowest = areas.some((area) => area.level === 'county') ? 'county' : areas[0]?.level;
  const summary: NameSummary = {
    bare: senses.every((sense) => sense.bare),
    weak: senses.every((sense) => sense.weak),
    kind: lowest ?? 'outside',
    areas: areas.filter((area) => area.level === lowest),
    outside: areas.length > 0 ? null : (senses[0]?.outside ?? null),
    banner: name.endsWith('旗'),
    direction: DIRECTION.test(name),
  };
  SUMMARIES.set(senses, summary);
  return summary;
}

function nameAt(text: string, at: number, names: NameIndex<NameSense>): PlaceToken | null {
  const found = names.longest(text, at);
  if (!found) return null;
  const end = at + found.name.length;
  const { bare, weak, kind, areas, outside, banner, direction } = summaryOf(found.name, found.values);
  if (bare) {
    const rest = text.slice(end, end + 4);
    if (NAMED_AFTER.test(rest) || VILLAGE_AFTER.test(rest) || isPersonName(text, at, end)) return null;
  }
  if (banner && (text.charAt(end) === '县' || text.charAt(end) === '帜')) return null;
  if (direction && at > 0 && isHan(text.charCodeAt(at - 1)) && !BEFORE_DIRECTION.test(text.charAt(at - 1)))
    return null;
  return { start: at, end, name: found.name, kind, areas, outside, weak, bare };
}
