import { needOf } from './need-of';
import { openCase, sameNeed } from './open-case';
import { startDialog } from './start-dialog';
import { askNext } from './ask-next';
import { reopenQuestion } from './reopen-question';
import type { Turn } from './turn';

const SWITCH = /(?:不是|不想|不要|不办|先不)(?:要|想|办|问|申请)?.{0,14}?(?:[，,]|我?(?:是|想|要)).{0,4}(?:是|想|要|办|问|申请)|其实(?:我|俺)?(?:是)?(?:想|要|问)|换(?:成|一个)|改(?:办|申请)|我(?:想|要)?(?:问|办|说|申请)的(?:其实)?是|\b(?:actually|instead|rather)\b.*(?:want|need|apply|ask)/i;
/** Says of the need itself that it is another: 其实我不是要办低保. */
const TAKES_BACK = /不是(?:要|想|来)?(?:办|申请|问|要)|其实|改办|改申请|instead|actually/i;
const ALSO = /还有(?:一?个|一?件|一?样|就是|个)|另外|顺便|再一个|再有|对了|除了这个|also|another thing|besides|one more/i;
const SURE = 0.5;
const SHORTEST = 8;

/** Another need in the middle of a talk: in place of the first where the person says so, else beside it. */
export function switchNeed(t: Turn): boolean {
  const { scope, measures, zone, act } = t.input.understanding;
  if (t.text.length < SHORTEST || t.dialog?.id === 'progress') return false;
  const other = scope === 'measure' && zone !== 'handover' ? measures[0] : undefined;
  const changes = other !== undefined && other.p >= SURE && !t.needs.some(({ measure }) => measure !== null && sameNeed([measure, other.id]));
  if (SWITCH.test(t.text) && (changes || (scope === 'referral' || scope === 'general') && t.text.length >= 12)) {
    if (t.open?.slot === 'what_happened' && !TAKES_BACK.test(t.text)) return false;
    t.closeCase();
    t.say('say', 'switched');
    if (scope === 'measure') {
      t.needs = [{ ...needOf(t), act: act === 'consult' || act === 'other' ? 'help' : act }];
      startDialog(t);
    } else openCase(t);
    return true;
  }
  if (changes && other !== undefined && act === 'help' && ALSO.test(t.text) && t.needs.length < 4 && t.need !== undefined && t.need.act === 'help') {
    t.needs.push({ ...t.need, measure: other.id, scope: 'measure', department: null });
    t.say('say', 'second_need', { need: t.word(`need.${other.id}`) });
    if (t.open === null) askNext(t);
    else reopenQuestion(t);
    return true;
  }
  return false;
}
