import { emptyAddress, type Address } from './address';
import { liesIn, type Area } from './area';
import { commonSpelling } from './common-spelling';
import type { Gazetteer } from './gazetteer';
import { isNamePart } from './name-boundary';
import { ROLE_BREAK } from './place-roles';
import type { PlaceToken } from './place-token';

/** 布特哈旗，现在叫扎兰屯: one place under two names. */
const RENAMED = /(?:现在叫|现在的|改叫|改成|就是|现在是|以前叫|原来叫|又叫)$/u;

/** Joins tokens that speak of one address, in either order: 阿左旗乌斯太镇, 乌斯太镇，阿左旗的. */
export function joinTokens(
  tokens: readonly PlaceToken[],
  text: string,
  gazetteer: Gazetteer,
  given: Area | null,
): Address[] {
  const addresses: Address[] = [];
  let current: Address | null = given ? givenAddress(given) : null;
  if (current) addresses.push(current);
  for (const token of tokens) {
    if (current && (isPartOfName(current, token, text) || attach(current, token, text, gazetteer))) continue;
    current = startWith(token);
    readOutsideDetail(current, text, gazetteer);
    addresses.push(current);
  }
  return addresses;
}

/**
 * Behind a county, a short name only begins a local one: 昆都仑区鞍山道, 回民区西乌素图, 巴林左旗林东, 乌审旗乌审召.
 * What it is will be seen when the county's own names are looked for.
 */
function isPartOfName(current: Address, token: PlaceToken, text: string): boolean {
  if (current.outside !== null || current.counties.length === 0 || current.townships.length > 0) return false;
  // 新巴尔虎右|其|阿拉坦额莫勒: the county's ending, misheard, may stand between
  const gap = text.slice(current.end, token.start);
  if (!/^[旗期其起齐]?$/u.test(gap) || current.end === 0 || !(token.bare || token.kind === 'outside'))
    return false;
  if (token.kind === 'county' && token.areas.every((area) => current.counties.includes(area))) return true;
  return token.kind !== 'township' && isNamePart(text.slice(token.end, token.end + 1));
}

function givenAddress(area: Area): Address {
  const address = emptyAddress(0, 0);
  address.given = true;
  if (area.level === 'league') address.league = area;
  else address.counties = [area.level === 'township' ? (area.parent ?? area) : area];
  return address;
}

function startWith(token: PlaceToken): Address {
  const address = emptyAddress(token.start, token.end);
  address.weak = token.weak;
  if (token.kind === 'outside') address.outside = token.outside;
  else if (token.kind === 'league') address.league = token.areas[0] ?? null;
  else if (token.kind === 'county') address.counties = token.areas;
  else address.townships = token.areas;
  return address;
}

/** 河北省保定市|唐县|: the counties of the province go with it, though they are no tokens. */
function readOutsideDetail(to: Address, text: string, gazetteer: Gazetteer): void {
  if (to.outside === null) return;
  for (;;) {
    const detail = gazetteer.outsideDetail.longest(text, to.end, (province) => province === to.outside);
    if (!detail) return;
    to.end += detail.name.length;
  }
}

function attach(to: Address, token: PlaceToken, text: string, gazetteer: Gazetteer): boolean {
  const gap = text.slice(to.end, token.start);
  const joined =
    to.outside === null
      ? attachInside(to, token, gap, gazetteer)
      : attachOutside(to, token, gap, text, gazetteer);
  if (joined) {
    if (to.given && to.end === 0) to.start = token.start;
    // the misspelt name begins behind the county
    if (to.misfit !== 'tail') to.end = token.end;
    readOutsideDetail(to, text, gazetteer);
  }
  return joined;
}

/** 湖北保康县保康镇: after a place elsewhere, names right behind it are its own. */
function attachOutside(
  to: Address,
  token: PlaceToken,
  gap: string,
  text: string,
  gazetteer: Gazetteer,
): boolean {
  if (token.start < to.end) return true;
  if (token.kind === 'outside') return gap.length <= 2 && !ROLE_BREAK.test(gap);
  if (token.kind === 'township') return gap.length <= 1 || (gap.length <= 4 && isNamePart(gap));
  if (gap.length > 1) return false;
  const detail = gazetteer.outsideDetail.longest(text, token.start, (province) => province === to.outside);
  return detail !== null && detail.name.length >= token.end - token.start;
}

function attachInside(to: Address, token: PlaceToken, gap: string, gazetteer: Gazetteer): boolean {
  if (token.kind === 'outside') return false;
  const broken = gap.length > 0 && ROLE_BREAK.test(gap) && !RENAMED.test(gap);
  if (token.kind === 'township')
    return attachTownship(to, token, withoutCountyEnding(gap, gazetteer), broken, gazetteer);
  if (broken || gap.length > 24) return false;
  return token.kind === 'league' ? attachLeague(to, token, gap) : attachCounty(to, token, gap);
}

function attachLeague(to: Address, token: PlaceToken, gap: string): boolean {
  const league = token.areas[0];
  if (!league) return false;
  if (to.league) return to.league === league && gap.length <= 2;
  if (gap.length > 6) return false;
  const counties = to.counties.filter((area) => liesIn(area, league));
  const townships = to.townships.filter((area) => liesIn(area, league));
  if (counties.length !== 0 || to.counties.length === 0) {
    if (to.townships.length > 0 && townships.length === 0) return false;
    to.league = league;
    to.counties = counties;
    to.townships = townships;
    to.weak = false;
    return true;
  }
  return false;
}

function attachCounty(to: Address, token: PlaceToken, gap: string): boolean {
  if (to.townships.length > 0) {
    if (gap.length > 8) return false;
    const counties = token.areas.filter((county) => to.townships.some((area) => liesIn(area, county)));
    if (counties.length === 0) return false;
    to.townships = to.townships.filter((area) => counties.some((county) => liesIn(area, county)));
    to.counties = counties;
    return true;
  }
  if (to.counties.length > 0) {
    let same = token.areas.filter((area) => to.counties.some((known) => liesIn(area, known)));
    // 满洲里扎赉诺尔区: people name the known city of the league first
    if (same.length === 0 && gap === '' && !token.weak && to.end - to.start >= 2 && !to.given)
      same = token.areas.filter((area) =>
        to.counties.some((city) => city.name.endsWith('市') && city.parent === area.parent),
      );
    if (same.length === 0) return false;
    to.counties = same;
    to.weak &&= token.weak;
    return true;
  }
  if (!to.league) return false;
  const { league } = to;
  const counties = token.areas.filter((area) => liesIn(area, league));
  if (counties.length === 0) return false;
  to.counties = counties;
  to.weak = false;
  return true;
}

function attachTownship(
  to: Address,
  token: PlaceToken,
  gap: string,
  broken: boolean,
  gazetteer: Gazetteer,
): boolean {
  const scope = to.counties.length > 0 ? to.counties : to.league ? [to.league] : [];
  const inScope = (area: Area): boolean => scope.length === 0 || scope.some((outer) => liesIn(area, outer));
  const fit = token.areas.filter(inScope);
  if (to.townships.length > 0) {
    const same = fit.filter((area) => to.townships.includes(area));
    if (same.length === 0 || broken) return false;
    to.townships = same;
    return true;
  }
  if (scope.length === 0) return false;
  // 户口在阿旗，现在住双胜镇: another address, though perhaps in the same county
  if (broken && !to.given) return false;
  const tail = to.counties.length > 0 && !to.given && isTail(gap);
  if (fit.length > 0 && !tail) {
    to.townships = fit;
    to.weak = false;
    return true;
  }
  if (!to.given && !tail && gap.length > 1) return false;
  const own = tail ? null : ownSpelling(to.counties, token.name, gazetteer);
  if (own) {
    to.townships = [own];
    to.weak = false;
    return true;
  }
  if (to.given) return false;
  to.misfit = tail ? 'tail' : 'named';
  return true;
}

/** 科左中旗巴音塔拉镇 is 巴彦塔拉镇 there, though another county has a 巴音塔拉镇. */
function ownSpelling(counties: readonly Area[], name: string, gazetteer: Gazetteer): Area | null {
  const spelling = commonSpelling(name);
  const own = counties
    .flatMap((county) => gazetteer.townshipsOf(county))
    .filter((area) => commonSpelling(area.name) === spelling);
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** 准格尔|欺|兴隆街道: the first character is the county's ending, misheard. */
function withoutCountyEnding(gap: string, gazetteer: Gazetteer): string {
  return /^(?:qi|xian|qu|si)$/u.test(gazetteer.sound.letters(gap.charAt(0))) ? gap.slice(1) : gap;
}

/** 巴瘾|敖包苏木, man dou hu |bao la ge zhen: the token is only the end of the name that was written. */
function isTail(gap: string): boolean {
  return (gap.length <= 4 && isNamePart(gap)) || /^ [a-z' ]{2,24}$/u.test(gap);
}
