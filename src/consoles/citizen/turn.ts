import type { CitizenWords } from '../locale/zh';
import type { Activity } from './activity';
import { button, element } from './element';
import { readAloud } from './read-aloud';
import { drawSlip } from './slip';
import type { Unsent } from './unsent';

/** Emergency numbers of a danger message: as told by the service, or else those that its words name. */
function numbersToDial(activity: Activity): readonly string[] {
  if (activity.dial.length > 0) return activity.dial;
  const named = activity.text.match(/(?<!\d)(?:110|119|120|122|12338|12345|12355|12356)(?!\d)/g);
  return [...new Set(named ?? ['110', '120'])];
}

export function dialButton(number: string, label: string): HTMLAnchorElement {
  return element('a', { class: 'dial', href: `tel:${number}` }, label.replace('{number}', number));
}

/** One message of the service or of a member of staff, as the page shows it. */
export function drawTurn(
  activity: Activity,
  words: CitizenWords,
  hear: boolean,
  say: (text: string) => void,
): HTMLLIElement {
  const { step } = activity;
  const kind = activity.mine ? 'own' : activity.person ? 'person' : 'bot';
  const filed = step === 'filed' && activity.tickets.length > 0;
  const item = element('li', {
    class: `turn ${kind}${step === 'danger' ? ' danger' : ''}${filed ? ' filed' : ''}`,
  });
  if (activity.person) item.append(element('p', { class: 'speaker' }, words.person));
  if (filed) {
    item.append(drawSlip(activity.text, activity.tickets, words, say));
  } else {
    const bubble = element('div', { class: 'bubble' });
    if (step === 'danger') {
      const dials = numbersToDial(activity).map((number) => dialButton(number, words.dialWhole));
      bubble.append(element('div', { class: 'dials' }, ...dials));
    }
    bubble.append(element('div', {}, activity.text));
    item.append(bubble);
  }
  if (hear && kind !== 'own') {
    item.append(button(words.hearOne, () => readAloud(activity.text, words.lang), { class: 'hear' }));
  }
  return item;
}

/** A message that the service does not have yet, and how it fares. */
export function drawUnsent(
  unsent: Unsent,
  words: CitizenWords,
  waiting: boolean,
  retry: (id: string) => void,
): HTMLLIElement {
  const fate = element('p', { class: unsent.failed ? 'fate failed' : 'fate' });
  if (unsent.failed === 'too-long') fate.append(words.tooLong);
  else if (unsent.failed)
    fate.append(
      words.refused,
      button(words.again, () => retry(unsent.id)),
    );
  else if (!unsent.sent) fate.append(waiting ? words.notSent : words.sending);
  return element('li', { class: 'turn own' }, element('div', { class: 'bubble' }, unsent.text), fate);
}
