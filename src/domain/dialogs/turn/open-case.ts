import { parseTicketNumber } from '../../tickets/ticket-number';
import { addsMore } from '../phrases/adds-more';
import { namesNeed } from '../phrases/names-need';
import { findDigression } from '../phrases/find-digression';
import { hotlineFact } from '../phrases/hotline-fact';
import { isAbuse } from '../phrases/is-abuse';
import { isMongolian } from '../phrases/is-mongolian';
import { isForAMachine } from '../phrases/is-for-a-machine';
import { storyWithoutDetails } from '../phrases/story-without-details';
import { tellsStory } from '../phrases/tells-story';
import { asksWhatIsMissing } from './add-missing';
import { ask } from './ask';
import { noteClaim } from './claim-ticket';
import { beginBatch } from './batch';
import { clarifyNeed } from './clarify-need';
import { consult } from './consult';
import { handOver } from './hand-over';
import { refer } from './refer';
import { needOf } from './need-of';
import { prefill } from './prefill';
import { smallTalk } from './small-talk';
import { startDialog } from './start-dialog';
import { takeAgainst } from './take-against';
import type { Turn } from './turn';

/** From this probability on a further measure is a need of its own. */
const SECOND_NEED = 0.65;
const WORTH_ASKING = 0.12;
/** Mongolian is read too poorly to choose for the citizen below this. */
const SURE_ENOUGH = 0.5;
/** Pairs that an officer would take for one need; the first found stands for both. */
const ONE_NEED: readonly (readonly string[])[] = [
  ['M01', 'M02', 'M03', 'M13'], ['M05', 'M06', 'M07', 'M08', 'M14', 'M15', 'M16'], ['M04', 'M09'], ['M04', 'M19'], ['M10', 'M11'], ['M14', 'M19'], ['M19', 'M20'],
]; // prettier-ignore
/** Who finds the case, how it is served, who decides: no needs of their own beside another. */
const NEVER_SECOND = new Set<string>(['M12', 'M13', 'M16', 'M17', 'M18']);
const WANTS_IT_DONE =
  /能不能(?:给|帮|申请|办|先|管|派|来)|能(?:给|帮)|帮(?:帮|个|我|忙|一)|(?:想|要|来)(?:申请|办)|求(?:求|你|助)|救救|给(?:申请|点|解决|办)|管不管|please help|i (?:want|need|would like) to apply|can you help|need help|can (?:i|we) (?:please )?apply for (?:some |any |a )?(?:help|aid|assistance|support|money)/i;
const ASKS_ONLY =
  /(?:怎么|咋|如何|在哪|去哪|找谁).{0,6}(?:申请|办|交)|什么(?:条件|材料|手续)|哪些(?:条件|材料)|啥(?:条件|材料|手续)|问(?:一下|问|个)|咨询|多少钱|how (?:do|to|can)|what (?:documents|papers|conditions)|who can/i;

/** A first message, or the first after a case was filed: what is it about, and what is to be done? */
export function openCase(t: Turn): void {
  const { understanding } = t.input;
  const { scope, act, zone, measures } = understanding;
  if (askAboutTicket(t)) return;
  if (beginBatch(t)) return;
  if (isAbuse(t.text) || (isForAMachine(t.text) && !tellsNeedBeside(t))) return smallTalk(t);
  if (act === 'handoff' && t.text.length <= 60 && !isAboutService(t.text)) {
    prefill(t);
    return handOver(t, 'asked');
  }
  const fact = hotlineFact(t.text);
  if (fact !== undefined) return tellFact(t, fact);
  if (act !== 'complaint' && act !== 'report' && t.text.length <= 30 && isAboutService(t.text))
    return smallTalk(t);
  if (
    isMongolian(t.text) &&
    zone !== 'act' &&
    understanding.danger === 'none' &&
    (measures[0]?.p ?? 0) < SURE_ENOUGH
  )
    return smallTalk(t);
  if (isVague(t)) return askMore(t);
  if (staysVague(t)) return takeAsHardship(t);
  if (scope === 'chat') return smallTalk(t);
  const need = needOf(t);
  t.needs = [need];
  leaveOthersPlace(t);
  addStory(t);
  if (need.act === 'other') t.setNeed({ act: 'help' });
  if (need.act === 'consult' && scope === 'measure' && !helpInside(t)) return consult(t);
  if (need.act === 'consult' && scope === 'measure') t.setNeed({ act: 'help' });
  if (scope === 'referral' && need.act !== 'complaint' && need.act !== 'report') return refer(t);
  prefill(t);
  takeAgainst(t);
  leaveOutWhatNeedNotBeAsked(t);
  addSecondNeeds(t);
  const [first, second, third] = measures;
  if (
    scope === 'measure' &&
    zone === 'ask' &&
    need.act === 'help' &&
    first &&
    second &&
    second.p >= WORTH_ASKING &&
    t.needs.length === 1
  ) {
    const codes = [first, second, third]
      .filter((one) => one !== undefined && one.p >= WORTH_ASKING)
      .map((one) => one!.id);
    if (!sameNeed(codes)) return clarifyNeed(t, codes);
  }
  for (const { measure } of t.needs.slice(1))
    if (measure !== null) t.say('say', 'second_need', { need: t.word(`need.${measure}`) });
  startDialog(t);
}

const LEAST_BESIDE = 16;

/** Orders to a machine in the midst of a need: the need is taken, the orders are text. */
function tellsNeedBeside(t: Turn): boolean {
  return t.input.understanding.scope === 'measure' && tellsStory(storyWithoutDetails(t.text), LEAST_BESIDE);
}

/** Who are you, is this a swindle, who will hear of it: no matter to be filed. */
function isAboutService(text: string): boolean {
  const kind = findDigression(text, false);
  return kind === 'who' || kind === 'scam' || kind === 'privacy';
}

function tellFact(t: Turn, fact: string): void {
  t.say(
    'answer',
    `fact.${fact}`,
    {},
    fact === 'fraud' ? { dial: ['110', '96110'] } : fact === 'text_alarm' ? { dial: ['12110'] } : {},
  );
}

/** What was told before in the same talk, of a matter that was not filed, belongs to the story. */
function addStory(t: Turn): void {
  const before = t.fields.what_happened;
  if (before?.status !== 'given' || before.source === t.input.seq || t.text.length < 6) return;
  t.fill('what_happened', `${String(before.value)}；${t.text}`);
}

const IN_OFFICE =
  /(?:我是|俺是|咱是|这里是|我们是).{0,16}(?:支书|书记|主任|村长|嘎查达|网格员|驻村|社区|社工|民政|专干|老师|医生|大夫|警察|民警|村委)|\bi am (?:a |the )?(?:teacher|doctor|nurse|village head|social worker|grid)/i;
const BEREAVED =
  /(?:老伴|老公|丈夫|男人|媳妇|老婆|妻子|爸|妈|爹|娘|儿子|闺女|女儿|孩子)[^，。跟出回打去]{0,6}(?:走了(?![^，。]{0,6}(?:没|不|未)(?:再)?(?:回|见|管|露)|[^，。]{0,4}跟(?:了)?(?:人|别人))|没了(?!工作|活|钱)|去世|过世|病故|殁)(?!.{0,3}(?:亲戚|外地|打工))|(?:husband|wife|father|mother|son|daughter) (?:has )?(?:died|passed away)/i;

/** A village head or a teacher is not asked whether the family knows; who has lost somebody hears a word first. */
function leaveOutWhatNeedNotBeAsked(t: Turn): void {
  if (IN_OFFICE.test(t.text)) t.fill('subject_knows', null, 'unknown');
  if (t.need?.act === 'help' && BEREAVED.test(t.text)) t.say('say', 'sorry.death');
}

/** A valid ticket number in the first words: how it stands, or that it is not solved. */
function askAboutTicket(t: Turn): boolean {
  const number = parseTicketNumber(t.text);
  if (number === undefined) return nameWrongNumber(t);
  const own = t.given('caller_phone') ? t.fields.caller_phone?.value : undefined;
  const phone = t.input.understanding.entities.find(({ kind }) => kind === 'phone')?.value ?? own;
  noteClaim(t, number);
  if (/没(?:有)?解决|没办|没人管|不满意|not (?:solved|done)/i.test(t.text))
    t.emit({ kind: 'reopen', number, words: t.text });
  else t.emit({ kind: 'ask_progress', number, ...(phone === undefined ? {} : { phone: String(phone) }) });
  // Taken only once the telephone has shown whose it is.
  if (asksWhatIsMissing(t.text)) t.emit({ kind: 'ask_missing', number });
  else if (addsMore(t.text)) t.emit({ kind: 'add_note', number, words: t.text });
  return true;
}

const WRONG_NUMBER =
  /\b([a-z]{2}-?\d{6,})|(?:单号|工单号?|编号|number)[^，。\d]{0,6}([a-z]{0,4}[-\s]?\d[\d\s-]{4,})/i;

/** A number was given and is none of ours: said at once, and not asked again. The talk goes on with the matter. */
function nameWrongNumber(t: Turn): boolean {
  if (t.input.understanding.act !== 'progress' || !WRONG_NUMBER.test(t.text)) return false;
  t.say('answer', 'progress.none');
  t.fill('ticket_number', null, 'unknown');
  return false;
}

const TOO_LITTLE = 12;
const PLAIN_STORY = 25;

/** Too little to go by, or long enough to be a story that was not understood: one more question, once. */
function isVague(t: Turn): boolean {
  const { scope, act, zone, measures } = t.input.understanding;
  if (t.flags.vague === true || isForAMachine(t.text)) return false;
  if (scope === 'chat') return act !== 'other' && act !== 'handoff' && t.text.length >= TOO_LITTLE;
  // Where only "we are in hardship" is said, every need is as likely as the next.
  const bare = zone === 'ask' && t.text.length < TOO_LITTLE && (measures[0]?.p ?? 0) < 0.5;
  return scope === 'measure' && (bare || (zone === 'handover' && t.text.length < PLAIN_STORY));
}

const LONGEST_VAGUE = 80;
const FEW = 8;

/** Asked once what happened, and the answer says nothing: no second guess, and no second question. */
function staysVague(t: Turn): boolean {
  if (typeof t.flags.vagueWords !== 'string') return false;
  const little = t.text.length <= FEW || t.input.understanding.scope === 'chat';
  if (!little) delete t.flags.vagueWords;
  return little;
}

/** Hardship without a story goes in as it was told; an officer asks the rest. */
function takeAsHardship(t: Turn): void {
  const words = String(t.flags.vagueWords);
  delete t.flags.vagueWords;
  t.needs = [
    {
      ...needOf(t),
      scope: 'measure',
      measure: 'M08',
      department: null,
      act: 'help',
      urgency: 'normal',
      danger: 'none',
    },
  ];
  prefill(t);
  t.fill('what_happened', `${words}；${t.text}`);
  startDialog(t);
}

function askMore(t: Turn): void {
  t.flags.vague = true;
  t.flags.vagueWords = t.text.slice(0, LONGEST_VAGUE);
  prefill(t);
  delete t.fields.what_happened;
  ask(t, 'what_happened');
}

/** A second case about somebody else: where the writer lives is not where they live. */
function leaveOthersPlace(t: Turn): void {
  if (t.flags.filed === undefined || t.need?.subject === 'self') return;
  for (const slot of ['current_address', 'registered_address', 'household_size', 'current_aid'])
    delete t.fields[slot];
  t.places = {};
}

/** "能不能给申请个救助" with a place or a telephone in it is a request, however it is put. */
function helpInside(t: Turn): boolean {
  const { text } = t;
  const { place, understanding } = t.input;
  const told = place.code.length >= 6 || understanding.entities.some(({ kind }) => kind === 'phone');
  // A question beside a wish and a whole story is answered by the officer with the rest.
  const wish = text.length >= 30 && told && /(?:想|要|来)申请|帮(?:我|忙)/.test(text);
  if (ASKS_ONLY.test(text) && !wish && !/(?:帮|给)我(?:申请|报|办)/.test(text)) return false;
  return WANTS_IT_DONE.test(text) && (told || text.length >= 40);
}

function addSecondNeeds(t: Turn): void {
  const first = t.need;
  if (first === undefined || first.measure === null || first.act !== 'help') return;
  if (t.input.understanding.zone !== 'act' || first.danger === 'exposure') return;
  for (const { id, p } of t.input.understanding.measures.slice(1, 4)) {
    if (p < SECOND_NEED || NEVER_SECOND.has(id) || !namesNeed(t.text, id) || t.needs.length > 3) continue;
    if (t.needs.some(({ measure }) => measure !== null && sameNeed([measure, id]))) continue;
    t.needs.push({
      ...first,
      measure: id,
      ...(first.subject === 'self' && livesElsewhere(t, id) && { subject: 'family' as const }),
    });
  }
}

/** "再一个我老妈在阿尔本格勒镇一个人住": the old relative's place is told beside one's own. */
function livesElsewhere(t: Turn, measure: string): boolean {
  const { present, other_person: theirs } = t.places;
  return (
    (measure === 'M04' || measure === 'M09') &&
    theirs !== undefined &&
    theirs.length >= 6 &&
    present !== undefined &&
    theirs !== present
  );
}

/** Do these codes come to one and the same ticket? */
export function sameNeed(codes: readonly string[]): boolean {
  return new Set(codes).size === 1 || ONE_NEED.some((group) => codes.every((code) => group.includes(code)));
}
