import { findDigression } from '../phrases/find-digression';
import type { Command } from '../phrases/find-command';
import { isAbuse } from '../phrases/is-abuse';
import { answerQuestion } from './answer-question';
import { handOver } from './hand-over';
import { isMongolian } from '../phrases/is-mongolian';
import { reopenQuestion } from './reopen-question';
import type { Turn } from './turn';

/** Insults borne before a person is fetched. */
const PATIENCE = 2;

/** Greetings, thanks, tests, insults, weather: a short kind answer, and back to what was open. */
export function smallTalk(t: Turn, command?: Command): void {
  if (isAbuse(t.text)) return bearAbuse(t);
  const digression = findDigression(t.text, false);
  if (command !== undefined) t.say('say', `chat.${command}`);
  else if (digression === 'scam' && /谁|机器|真人|who/i.test(t.text)) {
    answerQuestion(t, 'who');
    answerQuestion(t, 'scam');
  } else if (
    digression === 'who' ||
    digression === 'privacy' ||
    digression === 'scam' ||
    digression === 'fee' ||
    digression === 'time'
  )
    answerQuestion(t, digression);
  else if (t.flags.child === true) t.say('say', 'chat.child');
  else if (isMongolian(t.text)) return offerPerson(t);
  else t.say('say', t.text.length > 14 ? 'chat.other' : 'chat.hello');
  if (t.open !== null) reopenQuestion(t);
}

/** Mongolian that was not understood: a person is offered, and comes when it happens again. */
function offerPerson(t: Turn): void {
  if (t.flags.offeredPerson === true) return handOver(t, 'mongolian');
  t.flags.offeredPerson = true;
  const person = t.word('choice.person');
  t.say('say', 'chat.mongolian', {}, { choices: [{ value: person, title: person }] });
  if (t.open !== null) reopenQuestion(t);
}

/** Calm twice; the third time a person is offered. */
export function bearAbuse(t: Turn): void {
  const times = Number(t.flags.abuse ?? 0) + 1;
  t.flags.abuse = times;
  if (times > PATIENCE) {
    t.flags.abuse = 0;
    return handOver(t, 'abuse');
  }
  t.say('say', 'chat.abuse');
  if (t.open !== null) reopenQuestion(t);
}
