import { groupTicketNumber } from '../../tickets/ticket-number';
import { yesOrNo } from '../../slots/yes-or-no';
import type { Command } from '../phrases/find-command';
import { saysTheyAreBack } from '../phrases/says-they-are-back';
import { reopenQuestion } from './reopen-question';
import type { Turn } from './turn';

/** Flag: the last case was filed while its person was silent, and they have not said yet whether it is right. */
export const UNCONFIRMED = 'unconfirmed';
const MANNERS: readonly (Command | undefined)[] = ['greeting', 'resume', 'wait', 'thanks'];
const LONGEST_PLACE = 16;
/** So long a no holds no more than that. */
const BARE = 5;

/**
 * Somebody is back after a silence: one line of what was spoken of. True where their message holds no more than that
 * they are back, so that the open question, said again, is the whole answer.
 */
export function recap(t: Turn, command: Command | undefined): boolean {
  const onlyBack = MANNERS.includes(command) || saysTheyAreBack(t.text);
  const number = t.tickets.at(-1);
  if (t.flags[UNCONFIRMED] === true && t.dialog === null && number !== undefined) {
    if (yesOrNo(t.text) === undefined) t.say('say', 'recap.filed', { number: groupTicketNumber(number) });
    return onlyBack;
  }
  if (t.dialog === null && t.open === null) return false;
  sayRecap(t);
  if (onlyBack) reopenQuestion(t);
  return onlyBack;
}

/** "上次说到申请低保，在长胜镇。" */
export function sayRecap(t: Turn): void {
  const place = t.fields.current_address;
  const titles = t.needs.map(({ measure }) => (measure === null ? '' : t.word(`need.${measure}`)));
  const parts = [
    [...new Set(titles)].filter((title) => title !== '').join(t.lang === 'en' ? ' and ' : '、'),
    place?.status === 'given'
      ? t.word('recap.place', { place: String(place.value).slice(0, LONGEST_PLACE) })
      : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) t.say('say', 'recap.plain');
  else t.say('say', 'recap', { what: parts.join(t.lang === 'en' ? ', ' : '，') });
}

/** The answer to whether what was filed in their silence is right. True where it was one, and no more than that. */
export function takeUnconfirmed(t: Turn): boolean {
  const number = t.tickets.at(-1);
  const said = yesOrNo(t.text);
  if (number === undefined || said === undefined) return false;
  delete t.flags[UNCONFIRMED];
  // "不对，是三口人" says at once what is right.
  if (said === 'no' && t.text.length > BARE) return false;
  if (said === 'yes') {
    t.emit({ kind: 'add_note', number, words: t.text });
    t.say('say', 'recap.confirmed');
  } else t.say('say', 'recap.which');
  return true;
}
