import { emptyAddress, type Address } from './address';
import { liesIn, type Area } from './area';
import type { Gazetteer } from './gazetteer';
import { ROLE_BREAK } from './place-roles';
import type { PlaceToken } from './place-token';

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
    if (current && attach(current, token, text, gazetteer)) continue;
    current = startWith(token);
    addresses.push(current);
  }
  return addresses;
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

function attach(to: Address, token: PlaceToken, text: string, gazetteer: Gazetteer): boolean {
  const gap = text.slice(to.end, token.start);
  const joined =
    to.outside === null ? attachInside(to, token, gap) : attachOutside(to, token, gap, text, gazetteer);
  if (joined) {
    if (to.given && to.end === 0) to.start = token.start;
    to.end = token.end;
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
  if (token.kind === 'outside') return gap.length <= 2 && !ROLE_BREAK.test(gap);
  if (gap.length > 1) return false;
  if (token.kind === 'township') return true;
  const detail = gazetteer.outsideDetail.longest(text, token.start, (province) => province === to.outside);
  return detail !== null && detail.name.length >= token.end - token.start;
}

function attachInside(to: Address, token: PlaceToken, gap: string): boolean {
  if (token.kind === 'outside') return false;
  const broken = gap.length > 0 && ROLE_BREAK.test(gap);
  if (token.kind === 'township') return attachTownship(to, token, gap, broken);
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
    const same = token.areas.filter((area) => to.counties.some((known) => liesIn(area, known)));
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

function attachTownship(to: Address, token: PlaceToken, gap: string, broken: boolean): boolean {
  const scope = to.counties.length > 0 ? to.counties : to.league ? [to.league] : [];
  const fit =
    scope.length === 0
      ? token.areas
      : token.areas.filter((area) => scope.some((outer) => liesIn(area, outer)));
  if (to.townships.length > 0) {
    const same = fit.filter((area) => to.townships.includes(area));
    if (same.length === 0 || broken) return false;
    to.townships = same;
    return true;
  }
  if (scope.length === 0) return false;
  if (fit.length > 0) {
    // 户口在阿旗，现在住双胜镇: another address, though perhaps in the same county
    if (broken && token.areas.length > 1 && !to.given) return false;
    to.townships = fit;
    to.weak = false;
    return true;
  }
  if (gap.length > 1 || to.given) return false;
  to.misfit = true;
  return true;
}
