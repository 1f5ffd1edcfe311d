import { joinsNeeds } from '../phrases/joins-needs';
import { namedMeasure } from '../phrases/named-measure';
import { takenBack } from '../phrases/taken-back';
import { needOf } from './need-of';
import { openCase, sameNeed } from './open-case';
import { startDialog } from './start-dialog';
import { askNext } from './ask-next';
import { reopenQuestion } from './reopen-question';
import type { Turn } from './turn';

const SWITCH =
  /(?:不是|不想|不要|不办|先不)(?:要|想|办|问|申请)?.{0,14}?(?:[，,]|我?(?:是|想|要)).{0,4}(?:是|想|要|办|问|申请)|其实(?:我|俺)?(?:是)?(?:想|要|问)|换(?:成|一个)|改(?:办|申请)|我(?:想|要)?(?:问|办|说|申请)的(?:其实)?是|\b(?:actually|instead|rather)\b.*(?:want|need|apply|ask)/i;
/** Says of the need itself that it is another: 其实我不是要办低保. */
const TAKES_BACK = /不是(?:要|想|来)?(?:办|申请|问|要)|其实|改办|改申请|instead|actually/i;
const SURE = 0.5;
const SHORTEST = 8;
const LONGEST = 60;
/** 临时救助先不办了, 不用人去看了. */
const GIVEN_UP = /[^，,。；;]*(?:先?不(?:办|申请|要|弄)了|不用[^，,。；;]{0,8}了)[，,。；;]*/;

/** Another need in the middle of a talk: in place of the first where the person says so, else beside it. */
export function switchNeed(t: Turn): boolean {
  const { scope, measures, zone, act } = t.input.understanding;
  if (t.text.length < SHORTEST || t.dialog?.id === 'progress') return false;
  if (isForAnother(t) || namesAnotherNeed(t)) return true;
  const other = scope === 'measure' && zone !== 'handover' ? measures[0] : undefined;
  const changes =
    other !== undefined &&
    other.p >= SURE &&
    !t.needs.some(({ measure }) => measure !== null && sameNeed([measure, other.id]));
  if (
    SWITCH.test(t.text) &&
    (changes || ((scope === 'referral' || scope === 'general') && t.text.length >= 12))
  ) {
    if (t.open?.slot === 'what_happened' && !TAKES_BACK.test(t.text)) return false;
    t.closeCase();
    t.say('say', 'switched');
    if (scope === 'measure') {
      t.needs = [{ ...needOf(t), act: act === 'consult' || act === 'other' ? 'help' : act }];
      startDialog(t);
    } else openCase(t);
    return true;
  }
  if (
    changes &&
    other !== undefined &&
    act === 'help' &&
    joinsNeeds(t.text) &&
    t.needs.length < 4 &&
    t.need !== undefined &&
    t.need.act === 'help'
  ) {
    t.needs.push({ ...t.need, measure: other.id, scope: 'measure', department: null });
    t.say('say', 'second_need', { need: t.word(`need.${other.id}`) });
    if (t.open === null) askNext(t);
    else reopenQuestion(t);
    return true;
  }
  return false;
}

const INSTEAD = /不(?:是|想|要|用|办)|先不|换|改|而是|理解错|搞错|弄错|instead|actually|rather/i;

/** "我不是要办低保，是想申请临时救助": of two names the one that stands is meant. */
function namesAnotherNeed(t: Turn): boolean {
  if (t.text.length > LONGEST || !INSTEAD.test(t.text) || t.open?.slot === 'measure') return false;
  const { stands } = takenBack(t.text.replace(GIVEN_UP, ''));
  const measure =
    namedMeasure(stands) ?? namedMeasure(stands.replace(/(?:^|[，,])是(?=\p{Script=Han})/u, '，想要'));
  if (measure === undefined || t.need === undefined || t.needs.some((need) => need.measure === measure))
    return false;
  const { subject } = t.input.understanding;
  const kept = subject === 'self' ? t.need.subject : subject;
  t.closeCase();
  t.say('say', 'switched');
  t.needs = [{ ...needOf(t), scope: 'measure', measure, department: null, act: 'help', subject: kept }];
  startDialog(t);
  return true;
}

const FOR_ANOTHER =
  /不是(?:给)?(?:我|俺|咱)(?:们)?(?:家|自己|自个儿)?[^，,。；;]{0,4}[，,\s]*(?:我)?是?(?:替|帮|给|为)(?:我|俺|咱)?(?:们)?[^，,。；;]{0,4}(?:邻居|隔壁|亲戚|同事|朋友|同学|村里|别人|人家|一户|老乡)/;

/** "其实不是我家要办，是替邻居问的": the case is somebody else's, and theirs are the questions. */
function isForAnother(t: Turn): boolean {
  if (t.need === undefined || t.need.subject === 'other' || !FOR_ANOTHER.test(t.text)) return false;
  t.setNeed({ subject: 'other' });
  const told = t.fields.what_happened?.value;
  t.fill('what_happened', typeof told === 'string' ? `${told}；${t.text}` : t.text);
  t.say('say', 'switched');
  t.open = null;
  startDialog(t);
  return true;
}
