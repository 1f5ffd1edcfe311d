import type { Entity } from '../../understanding/understanding';
import { parseAnswer } from '../../slots/parse-answer';

/** What has a date of its own and is not the trouble: a life's dates, hearsay, how long one has lived somewhere. */
const NOT_THE_TROUBLE =
  /看(?:新闻|电视|手机|抖音|到|见)|听(?:说|人)|新闻|刷到|生的|出生|毕业|结(?:了|过|的)?婚|成家|嫁|娶|搬(?:来|到)|入伍|当兵|退伍|退休|打(?:过|了)?(?:好?几?次?)?电话|问过|graduat|born|married|moved|retired|heard|saw|news/i;
/** An old relative's death, long past, beside another trouble. */
const OLD_DEATH =
  /(?:爷|奶|姥|外公|外婆|公公|婆婆|grand\w+)[^，,。]{0,10}(?:走|没|去世|过世|病故|死|老|想不开|died|passed)/;
/** States that go on: 住了五六年, 教了三年书. */
const STATE =
  /(?:住|租|种|干|当|开|养|教|上班|打工|工作|做|跑|等|办|拖|催|交|认识|用|吃|领|拿|结婚|伺候|照顾|照看|带|守|lived|worked|waited)[^，。,.;；]{0,6}$/i;
const LASTING =
  /[了快已都过]$|了[^，,。；;]{0,3}$|(?:停工|停产|失业|下岗|歇业|断粮|断药)$|no (?:income|work|job|pay)[^.]{0,10} (?:for|in) (?:the (?:last|past) )?$/;
/** 三个月没收入: so long it has lasted. */
const LACKED = /^多?(?:了|没|未|开不出|发不出)/;

/** 一月两千八: so much a month, and no January. */
const A_MONTH =
  /^一月(?:就|才|也|得|要|能|挣|花|给|有|大概|差不多)*[\d一二两三四五六七八九十几]+[千百万多块元]/;

/**
 * The date of what happened, where a message tells it without being asked; none where it is a date of something else.
 * A year alone that is this one says nothing: "今年又旱了", "今年七十二".
 */
export function toldDate(message: string, entities: readonly Entity[], now: Date): string | undefined {
  const today = now.toISOString().slice(0, 10);
  const fits = entities.filter((entity) => {
    if (entity.kind !== 'date' || String(entity.value) > today) return false;
    const clause = clauseAt(message, entity.start);
    if (NOT_THE_TROUBLE.test(clause) || A_MONTH.test(message.slice(entity.start))) return false;
    if (
      String(entity.value) === today.slice(0, 4) &&
      /^(?:今年|本年|当年|this year)$/i.test(message.slice(entity.start, entity.end))
    )
      return false;
    return !(String(entity.value) < today.slice(0, 4) && OLD_DEATH.test(clause));
  });
  if (fits[0] !== undefined) return String(fits[0].value);
  const span = entities.find(
    ({ kind, start, end, unit }) =>
      kind === 'duration' &&
      unit !== 'day' &&
      (LASTING.test(message.slice(Math.max(0, start - 24), start)) || LACKED.test(message.slice(end))) &&
      !STATE.test(message.slice(Math.max(0, start - 10), start)) &&
      !/走了.{0,2}$/.test(message.slice(Math.max(0, start - 4), start)),
  );
  const ago = span === undefined ? undefined : parseAnswer('date', message.slice(span.start, span.end), now);
  return ago === undefined ? undefined : String(ago);
}

/** The clause that holds a place of the text; a text without stops gives what stands close by. */
function clauseAt(message: string, at: number): string {
  const from = Math.max(message.slice(0, at).search(/[^，。,.;；\n]*$/), at - 16);
  const rest = message.slice(at);
  const to = rest.search(/[，。,;；\n]|\. /);
  return message.slice(from, at + Math.min(to < 0 ? rest.length : to, 18));
}
