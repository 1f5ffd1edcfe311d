import { parseTicketNumber } from '../../tickets/ticket-number';
import { measureCode } from '../../understanding/labels';
import { findDigression } from '../phrases/find-digression';
import { addsMore } from '../phrases/adds-more';
import { namedMeasure } from '../phrases/named-measure';
import { asksWhatIsMissing } from './add-missing';
import { correct } from './correct';
import { findCorrection } from './find-correction';
import { openCase } from './open-case';
import { prefill } from './prefill';
import { tellPapers } from './tell-prescreen';
import type { Turn } from './turn';

const NOT_SOLVED =
  /(?:没|没有|还没|并没|压根没|根本没)(?:给)?(?:解决|办|处理|人管|人来|消息|动静)|不(?:满意|算数|算解决)|还是没(?:有|人|给)|not (?:been )?(?:solved|resolved|done|fixed)|nobody (?:came|called)|still (?:not|nothing|no)/i;
const SOLVED =
  /^(?:嗯|好|已经|都|事情?|问题)*(?:解决|办好|办妥|办成|处理好|帮到)(?:了|啦|我了)|^(?:it(?:'s| is)|all) (?:solved|done|fixed)|^solved/i;
const PROGRESS =
  /(?:办|处理|审|批|走)(?:到|得|成)(?:哪|怎么样|咋样|啥样|什么)|到哪(?:一)?步|进度|进展|有(?:消息|信儿?|结果|眉目)(?:了)?(?:吗|没|么)|(?:我的|那个|这)(?:事|申请|单子?|工单).{0,6}(?:怎么样|咋样|如何|哪了)|status|progress|any news|where is my (?:case|ticket|application)/i;
const NEW_MATTER =
  /还有(?:一|个|件|别的)|另外|再(?:一个|问|说一)|顺便|对了|别的事|another|also|one more|besides/i;
const WITHDRAW =
  /撤单|撤回|撤销|(?:不|别)(?:想)?(?:办|报|申请|要|查|追究|反映|举报|投诉)了|取消|withdraw|cancel/i;

/** Free words of a story. */
const ADDED = ['what_happened', 'need', 'safety', 'illness', 'income', 'more'];

/** What comes after a ticket: how it stands, that it is not solved, something to add or to put right, a new need. */
export function afterFiling(t: Turn): void {
  const named = parseTicketNumber(t.text);
  const number = named ?? t.tickets.at(-1);
  const { understanding } = t.input;
  if (number === undefined || !t.tickets.includes(number)) return openCase(t);
  if (asksWhatIsMissing(t.text)) return t.emit({ kind: 'ask_missing', number });
  if (PROGRESS.test(t.text) && t.text.length <= 40)
    return t.emit({ kind: 'ask_progress', ...(named === undefined ? {} : { number: named }) });
  if (NOT_SOLVED.test(t.text) && t.text.length <= 40)
    return t.emit({ kind: 'reopen', words: t.text, ...(named === undefined ? {} : { number: named }) });
  if (WITHDRAW.test(t.text) && t.text.length <= 24) {
    t.emit({ kind: 'add_note', number, words: t.text });
    return t.say('say', 'withdraw.noted', { number });
  }
  if (SOLVED.test(t.text) && t.text.length <= 20) return t.say('say', 'follow_up.solved');
  const corrections = findCorrection(t);
  if (corrections.length > 0) {
    correct(t, corrections);
    return put(
      t,
      number,
      corrections.some(({ slot }) => t.catalogue.slots.get(slot)?.kind === 'place'),
    );
  }
  if (asksPapers(t)) return;
  if (addsMore(t.text) && !/[?？]/.test(t.text)) {
    prefill(t);
    return put(t, number);
  }
  const filed = String(t.flags.filedMeasures ?? '').split(' ');
  const first = understanding.measures[0]?.id ?? '';
  const other =
    understanding.scope !== 'chat' &&
    understanding.act !== 'other' &&
    (understanding.scope !== 'measure' || !filed.includes(first));
  if (
    (other && (t.text.length >= 8 || namedMeasure(t.text) !== undefined) && !addsMore(t.text)) ||
    (NEW_MATTER.test(t.text) && t.text.length >= 8) ||
    understanding.act === 'consult'
  )
    return openCase(t);
  if (understanding.scope === 'chat' && t.text.length <= 14) return openCase(t);
  prefill(t);
  return put(t, number);
}

/** `moved`: the place was wrong before. */
function put(t: Turn, number: string, moved = false): void {
  t.emit({ kind: 'add_note', number, words: t.text });
  // What is added stands in the note: it never takes the place of what was told at first.
  for (const slot of ADDED) if (t.fields[slot]?.source === t.input.seq) delete t.fields[slot];
  const fields = Object.fromEntries(
    Object.entries(t.fields).filter(([, field]) => field.source === t.input.seq),
  );
  if (Object.keys(fields).length > 0)
    t.emit({ kind: 'supplement', number, fields, places: t.places, ...(moved ? { moved: true } : {}) });
  t.say('say', 'noted', { number });
}

/** What to bring for what was filed, where the question names nothing else. */
function asksPapers(t: Turn): boolean {
  if (t.text.length > 20 || namedMeasure(t.text) !== undefined || findDigression(t.text, false) !== 'papers')
    return false;
  const codes = String(t.flags.filedMeasures ?? '')
    .split(' ')
    .flatMap((code) => measureCode.safeParse(code).data ?? []);
  return codes.some((measure) =>
    tellPapers(t, [
      {
        scope: 'measure',
        measure,
        department: null,
        act: 'help',
        urgency: 'normal',
        danger: 'none',
        subject: 'self',
      },
    ]),
  );
}
