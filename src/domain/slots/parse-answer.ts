import { correctedPart } from '../understanding/entities/corrected-part';
import { parseAge } from '../understanding/entities/age';
import { parseDuration } from '../understanding/entities/duration';
import { parseDate } from '../understanding/entities/date';
import { parseHouseholdSize } from '../understanding/entities/household-size';
import { parsePersonName } from '../understanding/entities/person-name';
import { parsePhone } from '../understanding/entities/phone';
import { parseTicketNumber } from '../tickets/ticket-number';
import type { Slot } from './slot';
import { yesOrNo } from './yes-or-no';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
const NO_NAME =
  /[?？]|^(?:\d|不|没|别|嗯|哦|啊|呵|哈|好的?$|是的?$|对$|行$)|多少|什么|为啥|怎么|谁|^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/i;
/** Sentences are no names: 你问这干啥, he is hitting me. */
const NO_NAME_WITHIN =
  /^(?:在|有|住|就|去|来|做|干|种|今年|家里|那|这|都|已经|刚)|[你您咱]|(?:岁|口人|今年|种地|打工|想|要|电话|手机|给|跟|让|问|找)|[了吧呢吗么嘛]$|\b(?:i|he|she|we|they|you|my|me|is|are|am|was|not|don't|do|the|to|it)\b/i;
const LONGEST_NAME = 24;
const LONGEST_HAN_NAME = 10;
/** The year of birth by its animal is an age to whoever knows the person: kept as it was said. */
const ANIMAL = /属[鼠牛虎兔龙蛇马羊猴鸡狗猪]/;

/**
 * Reads a short answer by the kind of its slot: numbers for counts and ages, digits for a telephone, ISO text for a
 * date, yes or no as true and false. `undefined` where it cannot be that. Places need the gazetteer and are read
 * elsewhere.
 */
export function parseAnswer(
  kind: Slot['kind'],
  answer: string,
  now: Date,
): string | number | boolean | undefined {
  const text = answer.trim();
  switch (kind) {
    case 'name':
      return readName(text);
    case 'phone':
      return parsePhone(text);
    case 'count':
      return parseHouseholdSize(text);
    case 'age':
      return parseAge(text, new Date(now.getTime() + SHANGHAI_MS).getUTCFullYear()) ?? ANIMAL.exec(text)?.[0];
    case 'date':
      // What has no place in the calendar ("天冷的时候") is kept as it was said: the officer understands it.
      return (
        parseDate(text, now)?.value ??
        agoIn(text, now) ??
        (/[\p{L}\d]/u.test(text) ? text.slice(0, 60) : undefined)
      );
    case 'yes_no': {
      const said = yesOrNo(text);
      return said === undefined ? undefined : said === 'yes';
    }
    case 'ticket_number':
      return parseTicketNumber(text);
    case 'place':
    case 'list':
    case 'text':
      return /[\p{L}\d]/u.test(text) ? text : undefined;
  }
}

function readName(text: string): string | undefined {
  const meant =
    /(?:不对|错了|[哦噢啊]不)[，,\s]*(?:是|叫)?([^，,\s]{2,8})$/.exec(text)?.[1] ??
    /(?:应该|其实)?(?:是|叫(?:他|她|我|俺|作|做)?)(.{2,12})$/
      .exec(text)?.[1]
      ?.replace(/(?:吧|就行|就好|就成|好了|[。.\s])+$/, '') ??
    text;
  const name = parsePersonName(text) ?? nameInClause(text) ?? parsePersonName(correctedPart(meant));
  if (name !== undefined) return /^\p{Script=Han}$/u.test(name) ? `姓${name}` : name;
  const bare = (meant.length < text.length && text.length <= LONGEST_NAME ? meant : text)
    .replace(
      /^(?:我|俺|他|她|名字|姓名|人家?|大家|都|(?:my|his|her|their) name is|(?:he|she) is called|i am|i'm|it's)*(?:叫|是|：|:)?\s*/i,
      '',
    )
    .replace(/[。.!！\s]+$/, '');
  const longest = /\p{Script=Han}/u.test(bare) ? LONGEST_HAN_NAME : LONGEST_NAME;
  return bare !== '' &&
    bare.length <= longest &&
    /^[\p{L}·•.'\- ]+$/u.test(bare) &&
    !NO_NAME.test(bare) &&
    !NO_NAME_WITHIN.test(bare)
    ? bare
    : undefined;
}

/** 我姓图，叫图门，年轻那会儿…; 厂办的小吕，吕晶: the clause that is a name and nothing else, one behind 叫 first. */
function nameInClause(text: string): string | undefined {
  const clauses = text.split(/[，,。；;、\s]+/).filter((clause) => clause !== '');
  if (clauses.length < 2 || /不是|不对|错|不叫/.test(text)) return undefined;
  const called = clauses.map((clause) => /^(?:我|俺|他|她)?(?:大名|名字|全名)?(?:叫|是)?(.+)$/u.exec(clause));
  const names = called.map((found) =>
    found?.[1] === undefined ||
    !/^\p{Script=Han}{2,4}$/u.test(found[1]) ||
    NO_NAME.test(found[1]) ||
    NO_NAME_WITHIN.test(found[1])
      ? undefined
      : parsePersonName(found[1]) === found[1]
        ? found[1]
        : undefined,
  );
  const at = clauses.findIndex((clause, i) => names[i] !== undefined && /叫|名/.test(clause));
  return names[at] ?? names.find((one) => one !== undefined);
}

/** "三年了", "快四个月": a length of time as an answer to "since when" is so long ago. */
function agoIn(text: string, now: Date): string | undefined {
  const span = parseDuration(text);
  if (span === undefined) return undefined;
  const days = { year: 365.2425, month: 30.44, day: 1 }[span.unit] * span.value;
  const then = new Date(now.getTime() + SHANGHAI_MS - days * DAY_MS).toISOString();
  return then.slice(
    0,
    span.unit === 'year' && span.value >= 1 ? 4 : span.unit === 'day' && span.value < 7 ? 10 : 7,
  );
}
