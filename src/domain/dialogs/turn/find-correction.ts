import { findAges } from '../../understanding/entities/age';
import { findDates } from '../../understanding/entities/date';
import { findHouseholdSizes } from '../../understanding/entities/household-size';
import { findPersonNames } from '../../understanding/entities/person-name';
import { findPhones } from '../../understanding/entities/phone';
import { parseAnswer } from '../../slots/parse-answer';
import type { Turn } from './turn';

/** A detail taken back, and the words that hold what is meant instead. */
export interface Correction {
  readonly slot: string;
  readonly words: string;
}

/** Plain signs that something said before was wrong, whatever is being asked. */
const STRONG =
  /^(?:哦|噢|哎|诶|啊|等等|等下|等一下|那个|对了)?[，,\s]*(?:不对|不是的?[，,]|错了|弄错|搞错|说错|记错|写错|打错|报错|我错|更正|纠正|改一下|改下|改成)|(?:我|刚才|前面)(?:给)?(?:你|您)?(?:说|写|打|记|弄|搞|报|念|发|填)(?:错|岔)|(?:说|写|打|记|弄|搞|报|念|填)(?:错|岔)了|多(?:数|算|说|写)了|少(?:数|算|说|写)了|\b(?:that(?:'s| is| was) wrong|my mistake|mistyped|correction|i meant|should be|let me correct|sorry,? (?:it'?s|we|i|there)|change (?:it|my|the))\b/i;
/** Signs that count where a closed question is open, or beside the name of a detail. */
const WEAK = /不对|错了|有误|不是|应该是|其实|改成|换成|准确说|\bnot\b|\bwrong\b|actually/i;

/**
 * What a message corrects, if it does: by name ("电话错了，是…"), by what it must be ("不对，是四口人"), or as the
 * answer given last.
 */
export function findCorrection(t: Turn): Correction[] {
  const text = t.text;
  if (text.length > 160) return [];
  const strong = STRONG.test(text);
  const openKind = t.open === null ? undefined : t.catalogue.slots.get(t.open.slot)?.kind;
  const weak = WEAK.test(text);
  if (!strong && !weak) return [];
  const meant = meantPart(text);
  const named = namedSlot(t, text, meant);
  if (named !== undefined && (strong || openKind !== 'text')) return [{ slot: named, words: meant }];
  // "不是我们村管的" is a story, not a correction, while a story is awaited.
  if (!strong && (openKind === 'text' || meant === text)) return [];
  const typed = typedSlots(t, meant).filter(({ slot }) => t.known(slot));
  if (typed.length > 0) return typed;
  const place = t.input.locate(meant, t.places.present?.slice(0, 6));
  if ((place.code !== '' || place.candidates.length > 1) && t.known('current_address')) {
    return [{ slot: /户口|户籍|老家|registered/i.test(text) && t.known('registered_address') ? 'registered_address' : 'current_address', words: meant }];
  }
  const last = typeof t.flags.last === 'string' ? t.flags.last : undefined;
  const kind = last === undefined ? undefined : t.catalogue.slots.get(last)?.kind;
  if (last !== undefined && kind !== undefined && kind !== 'text' && kind !== 'place' && meant !== text && parseAnswer(kind, meant, t.input.now) !== undefined) {
    return [{ slot: last, words: meant }];
  }
  return [];
}

/** The words behind the last 是, 改成, 应该 of a correction: what is meant. */
function meantPart(text: string): string {
  const parts = [...text.matchAll(/(?:应该是|应当是|改成|换成|其实是|准确说是|而是|不是[^，,。]{1,14}[，,]?\s*是|(?<![不还只就要可总老])是|叫|it'?s |it is |should be |(?:to|is) (?=\d|[A-Z]))/g)];
  for (const part of parts.reverse()) {
    const rest = text.slice(part.index + part[0].length).replace(/^[，,：:\s]+/, '');
    const upTo = /^[^，,。;；]+(?:[，,](?=\S{0,6}(?:村|嘎查|镇|社区)))?[^，,。;；]*/.exec(rest)?.[0] ?? rest;
    if (upTo.trim() !== '' && !/^(?:我|俺)(?:多|少|说|写|记|打|弄|搞|数)/.test(upTo)) return upTo.trim();
  }
  const clauses = text.split(/[，,。;；]\s*/).filter((clause) => clause !== '' && !/^(?:不对|错了|不是|哦|等等|sorry)$/i.test(clause));
  return clauses.filter((clause) => !STRONG.test(clause)).at(-1)?.trim() ?? clauses.at(-1)?.trim() ?? text;
}

function namedSlot(t: Turn, text: string, meant: string): string | undefined {
  const lower = text.toLowerCase();
  let best: { slot: string; length: number } | undefined;
  for (const [slot, { names, kind }] of t.catalogue.slots) {
    if (!t.known(slot)) continue;
    const name = names.filter((one) => lower.includes(one.toLowerCase())).sort((a, b) => b.length - a.length)[0];
    if (name === undefined || (best !== undefined && best.length >= name.length)) continue;
    if (meant.includes(name) && meant.length <= name.length + 2) continue;
    if (kind !== 'place' && kind !== 'text' && parseAnswer(kind, meant, t.input.now) === undefined) continue;
    best = { slot, length: name.length };
  }
  return best?.slot;
}

function typedSlots(t: Turn, meant: string): Correction[] {
  const found: Correction[] = [];
  const add = (slot: string, entities: readonly unknown[]) => {
    if (entities.length > 0 && found.length === 0) found.push({ slot, words: meant });
  };
  add('caller_phone', findPhones(meant));
  add('household_size', findHouseholdSizes(meant).filter(({ value }) => value !== t.fields.household_size?.value));
  add('subject_age', findAges(meant));
  add(t.need?.subject === 'self' ? 'caller_name' : t.known('subject_name') ? 'subject_name' : 'caller_name', /叫|name/i.test(t.text) ? [...findPersonNames(t.text), ...(/叫/.test(t.text) ? [1] : [])] : []);
  add('event_date', findDates(meant, t.input.now));
  if (found.length === 0 && /^[一二两三四五六七八九十\d]{1,2}(?:口|个人?|人)$/.test(meant)) found.push({ slot: 'household_size', words: meant });
  return found;
}
