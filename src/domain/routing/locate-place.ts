import type { Address } from './address';
import { type Area, liesIn } from './area';
import { chooseMatter, type ReadAddress } from './choose-matter';
import { createCompleteAddress } from './complete-address';
import { completeLatinAddress } from './complete-latin-address';
import { createCountySounds } from './county-sounds';
import { createFindLatinTokens, latinWords } from './find-latin-tokens';
import { createFindMongolianTokens, MONGOLIAN } from './find-mongolian-tokens';
import { findHanTokens } from './find-han-tokens';
import { foldText } from './fold-text';
import { createGuessAlone } from './guess-alone';
import { joinTokens } from './join-tokens';
import type { Gazetteer } from './gazetteer';
import type { LocatePlace, PlaceAnswer, PlaceMention, PlaceRef, PlaceRole } from './place';
import { readRole } from './place-roles';
import { createNameRepair } from './repair-name';

const NOTHING: PlaceAnswer = {
  level: 'none',
  code: '',
  name: '',
  candidates: [],
  outside: false,
  mentions: [],
};
/** More text than a letter holds: what follows is not read. */
const LONGEST = 20_000;
/** A message that names more is a list; the time for one message stays bounded. */
const MOST_ADDRESSES = 40;

export function createLocatePlace(gazetteer: Gazetteer): LocatePlace {
  const repair = createNameRepair(gazetteer);
  const sounds = createCountySounds(gazetteer);
  const complete = createCompleteAddress(gazetteer, repair);
  const findLatinTokens = createFindLatinTokens(gazetteer);
  const findMongolianTokens = createFindMongolianTokens(gazetteer);
  const guessAlone = createGuessAlone(gazetteer);

  return (message, within) => {
    const { text, at } = foldText(message.length > LONGEST ? message.slice(0, LONGEST) : message);
    const given = within === undefined ? null : (gazetteer.area(within) ?? null);
    const words = /[a-z]{3}/u.test(text) ? latinWords(text) : [];
    let tokens = findHanTokens(text, gazetteer, sounds);
    if (words.length > 0)
      tokens = [...tokens, ...findLatinTokens(text, words)].sort((a, b) => a.start - b.start);
    if (MONGOLIAN.test(text))
      tokens = [...tokens, ...findMongolianTokens(text)].sort((a, b) => a.start - b.start);
    const addresses = joinTokens(tokens, text, gazetteer, given).slice(0, MOST_ADDRESSES);
    addresses.forEach((address, i) => {
      const from = addresses[i - 1]?.end ?? 0;
      const to = addresses[i + 1]?.start ?? text.length;
      complete(address, text, from, to);
      if (words.length > 0) completeLatinAddress(address, words, from, to, repair);
    });
    let kept = addresses.filter(
      (it) => !(it.given && it.end === 0 && it.townships.length === 0) && !(it.weak && !supported(it)),
    );
    if (kept.every((it) => it.outside !== null))
      kept = [...kept, ...guessAlone(text, given, kept)].sort((a, b) => a.start - b.start);
    if (kept.length === 0) return NOTHING;

    kept = kept.filter((it, i) => !takenBack(text, it, kept[i - 1], kept[i + 1]));
    const read = kept.map((address, i): ReadAddress => ({
      address,
      reading: readRole(text.slice(kept[i - 1]?.end ?? 0, address.start), text.slice(address.end, kept[i + 1]?.start ?? text.length), text),
    })); // prettier-ignore
    for (const it of read) narrow(it, read, given);
    const chosen = chooseMatter(read);
    return { ...answerOf(chosen.map((it) => it.address)), mentions: read.map((it) => mentionOf(it, at)) };
  };
}

const NOT_THIS = /(?:不是|不在|没在|不住)[^,，。]{0,2}$/u;
const TAKEN_BACK = /说错|讲错|写错|口误|搞错|错了|不对不对|[,，。.…]不对|^不对/u;

/** 不是保康镇，是甘旗卡镇; 宁城…说错了，是喀喇沁旗: the first place is not meant. */
function takenBack(
  text: string,
  it: Address,
  before: Address | undefined,
  next: Address | undefined,
): boolean {
  if (!next) return false;
  const lead = text.slice(Math.max(before?.end ?? 0, it.start - 6), it.start);
  return (
    NOT_THIS.test(lead) || (next.start - it.end <= 16 && TAKEN_BACK.test(text.slice(it.end, next.start)))
  );
}

/** A weak name alone is no place; with its league before it it would not be weak any more. */
const supported = (address: Address): boolean =>
  address.townships.length === 1 && address.counties.length > 0;

/** Where somebody works, learns or is registered says nothing about where a township of another sentence lies. */
const ELSEWHERE: ReadonlySet<PlaceRole> = new Set(['registered', 'former', 'work', 'school']);

/** A name with several owners takes the county that the conversation or another address of the message gives. */
function narrow(it: ReadAddress, all: readonly ReadAddress[], given: Area | null): void {
  const { address } = it;
  const by = (scope: readonly Area[]): void => {
    const inScope = (area: Area): boolean =>
      scope.some((outer) => liesIn(area, outer) || liesIn(outer, area));
    if (address.townships.length > 1 && address.townships.some(inScope))
      address.townships = address.townships.filter(inScope);
    else if (address.townships.length === 0 && address.counties.length > 1 && address.counties.some(inScope))
      address.counties = address.counties.filter(inScope);
  };
  if (given) by([given]);
  for (const other of all) {
    const { role, passing } = other.reading;
    if (other === it || other.address.outside !== null || passing || (role !== null && ELSEWHERE.has(role)))
      continue;
    const { townships, counties, league } = other.address;
    if (townships.length === 1 && townships[0]?.parent) by([townships[0].parent]);
    else if (counties.length === 1) by(counties);
    else if (league) by([league]);
  }
}

interface Verdict {
  readonly level: PlaceAnswer['level'];
  readonly places: readonly Area[];
  readonly sure: boolean;
}

function verdictOf(address: Address): Verdict {
  const level =
    address.townships.length > 0
      ? 'township'
      : address.counties.length > 0
        ? 'county'
        : address.league
          ? 'league'
          : 'none';
  const places =
    level === 'township'
      ? address.townships
      : level === 'county'
        ? address.counties
        : address.league
          ? [address.league]
          : [];
  return { level, places, sure: places.length === 1 && !address.unsure };
}

const refOf = (area: Area): PlaceRef => ({ code: area.code, name: area.full });

function answerOf(chosen: readonly Address[]): Omit<PlaceAnswer, 'mentions'> {
  const verdicts = chosen.map(verdictOf);
  const [first] = verdicts;
  const outside = chosen.some((it) => it.outside !== null);
  if (!first || outside) return { level: 'none', code: '', name: '', candidates: [], outside };
  const places = [...new Set(verdicts.filter((it) => it.level === first.level).flatMap((it) => it.places))];
  const [only] = places;
  if (places.length === 1 && only && verdicts.some((it) => it.sure)) {
    const village = chosen.find((it) => it.village !== null)?.village;
    return {
      level: first.level, code: only.code, name: only.full, ...(village ? { village } : {}), candidates: [], outside: false,
    }; // prettier-ignore
  }
  return { level: first.level, code: '', name: '', candidates: places.map(refOf), outside: false };
}

function mentionOf({ address, reading }: ReadAddress, at: Int32Array): PlaceMention {
  const { level, places, sure } = verdictOf(address);
  const [only] = places;
  const start = at[address.start] ?? 0;
  const end = (at[address.end - 1] ?? start) + 1;
  return {
    start,
    end: Math.max(start, end),
    role: reading.role,
    level: address.village !== null && sure ? 'village' : level,
    code: sure && only ? only.code : '',
    name: sure && only ? only.full : '',
    ...(address.village !== null ? { village: address.village } : {}),
    candidates: sure ? [] : places.map(refOf),
    ...(address.outside !== null ? { outside: address.outside } : {}),
  };
}
