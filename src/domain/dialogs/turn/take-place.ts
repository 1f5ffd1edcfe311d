import type { PlaceAnswer, PlaceMention, PlaceRef, PlaceRole } from '../../routing/place';
import { pickChoice } from '../../slots/pick-choice';
import { addressWords, mentionWords } from '../phrases/address-words';
import { isSamePlace } from '../phrases/says-registered-here';
import { scrub } from '../scrub';
import type { Turn } from './turn';

/** `filled`: kept. `clarify`: several places fit. `more`: only a county or league is known yet. `no`: no place read. */
export type PlaceTaken = 'filled' | 'clarify' | 'more' | 'no';

const TOWNSHIP_DIGITS = 9;
const COUNTY_DIGITS = 6;
const VILLAGE = /村|嘎查|社区|小区|组|队|屯|营子/;

/** Reads an answer to a place slot with what is known already: a bare village is looked for in the known county. */
export function takePlace(t: Turn, slot: string, text: string): PlaceTaken {
  const role = t.catalogue.slots.get(slot)?.role ?? 'present';
  if (role !== 'present' && isSamePlace(text) && t.given('current_address')) return samePlace(t, slot, role);
  const chosen = chosenCandidate(t, text);
  if (chosen) return keep(t, slot, withContext(t, slot, text, chosen), chosen.code);
  const within = (t.places[role] ?? t.places.present ?? t.places.registered)?.slice(0, COUNTY_DIGITS);
  const answer = ofRole(t.input.locate(text, within), role);
  const words = addressWords(text, answer.mentions, answer.code, role);
  // Another village of the township that is known already, before its namesakes in the county.
  const known = t.places[role] ?? t.places.present;
  const near =
    known?.length === TOWNSHIP_DIGITS && VILLAGE.test(words)
      ? answer.candidates.find(({ code }) => code === known)
      : undefined;
  if (near) return keep(t, slot, near.name + words, near.code, role);
  if (answer.code === '' && answer.candidates.length > 1) {
    t.placeCandidates = answer.candidates.slice(0, 6);
    t.flags.placeText = short(words);
    return 'clarify';
  }
  if (answer.code !== '') {
    if (text.length > words.length + 8) beMoreExact(t, words, answer.code);
    return knownPlace(t, slot, role, words, answer);
  }
  if (answer.outside) {
    t.fill(slot, withContext(t, slot, words));
    return 'filled';
  }
  return 'no';
}

/** "在山东打工，户口在敖汉四家子": of several places the one that the question is about. */
function ofRole(answer: PlaceAnswer, role: PlaceRole): PlaceAnswer {
  const own =
    role === 'present'
      ? undefined
      : answer.mentions.find(
          (one) =>
            one.role === role && (one.code !== '' || one.outside !== undefined || one.candidates.length > 0),
        );
  return own === undefined
    ? answer
    : {
        ...answer,
        code: own.code,
        name: own.name,
        candidates: own.candidates,
        outside: own.outside !== undefined,
      };
}

/** The same township, now with its village. */
function beMoreExact(t: Turn, words: string, code: string): void {
  const before = t.fields.current_address;
  if (before?.status !== 'given' || code.length !== TOWNSHIP_DIGITS || t.places.present !== code) return;
  if (VILLAGE.test(words) && !VILLAGE.test(String(before.value))) t.fill('current_address', short(words));
}

/** Takes the place of a whole message: where the matter is, and where the household is registered. */
export function takePlacesOf(t: Turn, message: string, place: PlaceAnswer): void {
  if (!t.known('current_address')) {
    if (place.code.length === TOWNSHIP_DIGITS)
      keep(t, 'current_address', spoken(t, message, place), place.code);
    else if (place.candidates.length > 1) {
      t.placeCandidates = place.candidates.slice(0, 6);
      t.flags.placeText = short(spoken(t, message, place));
    } else if (place.code !== '' && !childrenWent(message, place)) {
      t.setPlace('present', place.code);
      t.flags.placeName = place.name;
      t.flags.placeText = short(spoken(t, message, place));
    }
  } else beMoreExact(t, spoken(t, message, place), place.code);
  for (const mention of place.mentions) {
    if (mention.role === null || mention.role === 'present') continue;
    if (mention.code !== '' && t.places[mention.role] === undefined) t.setPlace(mention.role, mention.code);
    if (
      mention.role === 'registered' &&
      !t.known('registered_address') &&
      (mention.code !== '' || mention.outside !== undefined)
    )
      t.fill('registered_address', slice(message, mention));
  }
}

const CHILDREN_WENT =
  /(?:孩子|儿女|子女|儿子|闺女|姑娘)们?[^，,。；;]{0,4}(?:都|全)(?:跑|去|搬)?(?:在|到|去)[^，,。；;]{0,12}$/;

/** "三个孩子都在天津、鄂尔多斯": where the grown children went says nothing of home. */
function childrenWent(message: string, { mentions }: PlaceAnswer): boolean {
  return mentions.length > 0 && mentions.every(({ start }) => CHILDREN_WENT.test(message.slice(0, start)));
}

/** What was said of a county alone stays, with what comes later behind it. */
export function keepPlaceAsSaid(t: Turn, slot: string, text: string): void {
  t.fill(slot, withContext(t, slot, addressWords(text, [], '', 'present')));
  t.placeCandidates = [];
  delete t.flags.placeText;
  delete t.flags.placeName;
}

function knownPlace(
  t: Turn,
  slot: string,
  role: NonNullable<PlaceMention['role']>,
  text: string,
  answer: PlaceAnswer,
): PlaceTaken {
  if (answer.code.length === TOWNSHIP_DIGITS)
    return keep(t, slot, contradicts(t, answer.code) ? text : withContext(t, slot, text), answer.code, role);
  const before = t.places[role];
  // A repeated county says that no more will come.
  if (before !== undefined && before.length >= answer.code.length && before.startsWith(answer.code)) {
    keepPlaceAsSaid(t, slot, text);
    return 'filled';
  }
  if (t.running?.place === 'county' && answer.code.length >= COUNTY_DIGITS)
    return keep(t, slot, text, answer.code, role);
  t.setPlace(role, answer.code);
  t.flags.placeName = answer.name;
  t.flags.placeText = short(text);
  return 'more';
}

function samePlace(t: Turn, slot: string, role: NonNullable<PlaceMention['role']>): PlaceTaken {
  t.fill(slot, t.fields.current_address?.value ?? null);
  if (t.places.present !== undefined) t.setPlace(role, t.places.present);
  return 'filled';
}

function keep(
  t: Turn,
  slot: string,
  said: string,
  code: string,
  role = t.catalogue.slots.get(slot)?.role ?? 'present',
): PlaceTaken {
  t.fill(slot, said);
  t.setPlace(role, code);
  t.placeCandidates = [];
  delete t.flags.placeText;
  delete t.flags.placeName;
  if (slot === 'current_address' && t.flags.registeredHere === true && !t.known('registered_address')) {
    samePlace(t, 'registered_address', 'registered');
  }
  return 'filled';
}

function chosenCandidate(t: Turn, text: string): PlaceRef | undefined {
  if (t.placeCandidates.length === 0) return undefined;
  const picked = pickChoice(
    text,
    t.placeCandidates.map(({ code, name }) => ({ value: code, words: [name, ...parts(name)] })),
  );
  return t.placeCandidates.find(({ code }) => code === picked);
}

/** 兴安盟扎赉特旗新林镇 → its parts, so that the banner alone is an answer. */
function parts(name: string): string[] {
  return (
    name
      .match(/[^盟市旗县区镇乡]{1,8}(?:自治旗|[盟市旗县区镇乡]|苏木|街道)/g)
      ?.flatMap((part) => [part, part.slice(0, -1)])
      .filter((part) => part.length > 1) ?? []
  );
}

/** A league or county was taken from the story, and the address that is told lies elsewhere. */
function contradicts(t: Turn, code: string): boolean {
  const before = t.places.present;
  return before !== undefined && before.length < TOWNSHIP_DIGITS && !code.startsWith(before);
}

/** The address as it was said; a short answer gets what was said before in front of it, a code gets its name. */
function withContext(t: Turn, slot: string, text: string, chosen?: PlaceRef): string {
  const before = String(t.flags.placeText ?? '');
  if (chosen)
    return before.length > 0 && !/^\d+$/.test(before) && chosen.name.endsWith(before.slice(-2))
      ? chosen.name
      : chosen.name + villageOf(before, chosen.name);
  if (slot !== 'current_address' || before === '' || text.includes(before)) return text;
  if (!/[a-z]/i.test(text)) return before + text;
  return before.split(/,\s*/).some((part) => text.toLowerCase().includes(part.toLowerCase()))
    ? text
    : `${text}, ${before}`;
}

function villageOf(said: string, name: string): string {
  const village = /[^旗县镇乡苏木]{1,8}(?:村|嘎查|社区)$/.exec(said)?.[0] ?? '';
  return name.includes(village) ? '' : village;
}

function spoken(t: Turn, message: string, place: PlaceAnswer): string {
  const here = place.mentions.find(({ code, candidates }) =>
    place.code !== ''
      ? code !== '' && (code.startsWith(place.code) || place.code.startsWith(code))
      : candidates.length > 0,
  );
  return here === undefined ? place.name : slice(message, here);
}

function slice(message: string, mention: PlaceMention): string {
  return short(scrub(mentionWords(message, mention)).text);
}

const short = (text: string): string => text.trim().slice(0, 80);
