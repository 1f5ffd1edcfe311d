import { act, department as departmentLabel, measureCode, type DangerKind } from '../../understanding/labels';
import { parseAnswer } from '../../slots/parse-answer';
import { isChildSpeaking } from '../phrases/is-child-speaking';
import { namesDangerPlace } from '../phrases/names-danger-place';
import { standsDown } from '../phrases/stands-down';
import { ask } from './ask';
import { dangerWords } from './danger-words';
import { noteDanger } from './note-danger';
import { openCase } from './open-case';
import { prefill } from './prefill';
import { keepPlaceAsSaid, takePlace } from './take-place';
import type { Turn } from './turn';

/** From this length on a message that stands the alarm down may hold a request as well. */
const HOLDS_MORE = 12;
const NO_PHONE = /没(?:有)?(?:手机|电话)|no (?:phone|mobile)/i;
const REQUEST = /查|申请|办|低保|救助|补助|问|apply|ask|allowance/i;

/**
 * After the alarm every message goes to the person; where and a telephone are asked, nothing else. Who says that it is
 * over is heard, the person who was alerted is told, and the talk goes on.
 */
export function passOnDanger(t: Turn): void {
  if (standsDown(t.text, String(t.flags.danger)) && t.input.understanding.danger !== 'self_harm')
    return standDown(t);
  if (isChildSpeaking(t.text)) t.flags.child = true;
  const danger = String(t.flags.danger) as DangerKind;
  const slot = t.open?.slot;
  const asked = Number(t.flags.dangerAsked ?? 0) + 1;
  t.flags.dangerAsked = asked;
  if (slot === 'current_address') {
    const taken = takePlace(t, slot, t.input.value ?? t.text);
    if (taken === 'clarify') {
      noteDanger(t);
      numberAgain(t, danger);
      return ask(t, slot, 1, 'danger');
    }
    if (taken !== 'filled' && asked < 2 && taken !== 'more') {
      noteDanger(t);
      numberAgain(t, danger);
      if (NO_PHONE.test(t.text)) t.say('danger', 'danger.no_phone', {}, { handoff: danger });
      else if (REQUEST.test(t.text)) t.say('danger', 'danger.first_safe', {}, { handoff: danger });
      t.say(
        'danger',
        t.flags.child === true ? 'danger.where_child' : 'danger.where_again',
        {},
        { slot, handoff: danger },
      );
      return;
    }
    if (taken !== 'filled' && namesDangerPlace(t.text)) keepPlaceAsSaid(t, slot, t.text);
  }
  if (slot === 'caller_phone') {
    const phone = parseAnswer('phone', t.text, t.input.now);
    if (phone !== undefined) t.fill(slot, phone);
  }
  prefill(t, slot);
  noteDanger(t);
  tellLocal(t);
  if (slot !== 'caller_phone' && !t.known('caller_phone') && t.flags.phoneAsked !== true) {
    t.flags.phoneAsked = true;
    t.openSlot('caller_phone', 'ask', 0);
    numberAgain(t, danger);
    t.say(
      'danger',
      t.flags.child === true ? 'danger.phone_child' : 'danger.phone',
      {},
      { slot: 'caller_phone', handoff: danger },
    );
    return;
  }
  t.open = null;
  numberAgain(t, danger);
  t.say(
    'danger',
    NO_PHONE.test(t.text)
      ? 'danger.no_phone'
      : REQUEST.test(t.text)
        ? 'danger.first_safe'
        : 'danger.passed_on',
    {},
    { handoff: danger },
  );
}

/** The alarm is over for the citizen; the ticket stays, for the person on duty decides whether to look in still. */
function standDown(t: Turn): void {
  noteDanger(t);
  const danger = String(t.flags.danger);
  delete t.flags.danger;
  delete t.flags.dangerAsked;
  t.flags.calmed = danger;
  t.closeCase();
  t.say('say', danger === 'self_harm' ? 'danger.over_self_harm' : 'danger.over');
  if (t.text.length >= HOLDS_MORE && REQUEST.test(t.text)) openCase(t);
}

/** Says which office in the county knows by now; without a place nobody there does. */
function tellLocal(t: Turn): void {
  const fresh =
    t.fields.current_address?.source === t.input.seq && t.fields.current_address.status === 'given';
  if (!fresh || (t.places.present?.length ?? 0) < 6 || t.input.findOffice === undefined) return;
  const [measure, told, department] = String(t.flags.dangerNeed ?? '').split(' ');
  const { office } = t.input.findOffice({
    measure: measureCode.safeParse(measure).data ?? null,
    act: act.safeParse(told).data ?? 'help',
    department: departmentLabel.safeParse(department).data ?? null,
    places: t.places,
    on: new Date(t.input.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
  });
  t.say(
    'danger',
    'danger.local',
    { office: t.lang === 'en' ? office.name.en : office.name.zh },
    { handoff: String(t.flags.danger) },
  );
}

/** Danger said again: the number is said again as well. */
function numberAgain(t: Turn, danger: DangerKind): void {
  if (t.input.understanding.danger === 'none') return;
  const { key, dial } = dangerWords(t, danger);
  t.tell('danger', t.word(key), { handoff: danger, dial });
}
