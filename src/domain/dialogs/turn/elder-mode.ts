import { yesOrNo } from '../../slots/yes-or-no';
import { elderWords } from '../phrases/elder-words';
import { isAboutChild, patientInWords } from './patient';
import { reopenQuestion } from './reopen-question';
import type { Turn } from './turn';

const OLD_FROM = 65;
/** A question, or an answer that ends in an offer. */
const BESIDE: ReadonlySet<string> = new Set(['ask', 'answer']);

/** Large letters, one short question at a time, read aloud: taken, or left again, where the person says so. */
export function takeElder(t: Turn): boolean {
  // A bare yes is meant for the offer only where it was made a moment ago.
  const fresh = t.flags.elder === 'offered';
  if (fresh) t.flags.elder = 'no';
  const said =
    t.input.value === t.word('elder.choice') || t.text === t.word('elder.choice') || (fresh && isYes(t))
      ? 'wants'
      : elderWords(t.text);
  if (said !== 'wants' && !(said === 'wants_not' && t.flags.elder === 'on')) return false;
  const on = said === 'wants';
  t.flags.elder = on ? 'on' : 'no';
  t.say('say', on ? 'elder.on' : 'elder.off', {}, { elder: on ? 'on' : 'off' });
  if (t.open !== null || t.dialog !== null) reopenQuestion(t);
  return true;
}

function isYes(t: Turn): boolean {
  const kind = t.open === null ? undefined : t.catalogue.slots.get(t.open.slot)?.kind;
  return kind !== undefined && kind !== 'yes_no' && t.text.length <= 6 && yesOrNo(t.text) === 'yes';
}

/** Offers it once, beside the question that is open, where the talk suggests that it would help. */
export function offerElder(t: Turn): void {
  const at = t.events.findLastIndex((event) => event.kind === 'say');
  const last = t.events[at];
  if (
    t.flags.elder !== undefined ||
    t.flags.danger !== undefined ||
    last?.kind !== 'say' ||
    !BESIDE.has(last.step)
  )
    return;
  if (elderWords(t.text) !== 'hard' && !isOldNow(t)) return;
  t.flags.elder = 'offered';
  const title = t.word('elder.choice');
  t.events.splice(
    at,
    1,
    { kind: 'say', step: 'say', text: t.word('elder.offer'), elder: 'offer' },
    { ...last, choices: [...(last.choices ?? []), { value: title, title }] },
  );
}

/** The writer has just said how old they are. */
function isOldNow(t: Turn): boolean {
  const age = t.fields.subject_age;
  if (
    t.need?.subject !== 'self' ||
    isAboutChild(t) ||
    patientInWords(t) !== undefined ||
    age?.source !== t.input.seq
  )
    return false;
  return typeof age.value === 'number' && age.value >= OLD_FROM;
}
