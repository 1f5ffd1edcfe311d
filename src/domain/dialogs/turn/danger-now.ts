import type { DangerKind } from '../../understanding/labels';
import { findRefusal } from '../../slots/find-refusal';
import { yesOrNo } from '../../slots/yes-or-no';
import { findCommand } from '../phrases/find-command';
import { begunElsewhere } from '../phrases/going-elsewhere';
import { storyWithoutDetails } from '../phrases/story-without-details';
import { tellsStory } from '../phrases/tells-story';
import { findCorrection } from './find-correction';
import { changesEntries, namesEntries } from './take-list';
import type { Turn } from './turn';

const CLOSED = new Set(['name', 'phone', 'place', 'count', 'age', 'date', 'yes_no']);
/** Answers so short are too little for a guess of such weight, unless a grave word is in them: characters, and words. */
const SHORT = 14;
const MANNERS = new Set(['bye', 'thanks', 'greeting', 'wait']);
const SHORT_ENGLISH = 8;
const LEAST_STORY = 4;
const LONGEST_CRY = 40;
const CRY =
  /快来|救命|来人|救救|又(?:来|打|砸|踹|闹|动手|犯|拿|着|冒|晕|倒|发作)|help me|\b(?:he|she|it)(?:'s| is| has)? (?:back|at it|start(?:s|ed|ing))\b|\b(?:hit|hitting|beat|beating|hurt|hurting|bleeding|burning)\b.{0,12}\bagain/i;
const LONGEST_OF_PEOPLE = 80;
const GRAVE =
  /[死杀火血刀跳昏晕喘毒命活冻饿疼伤烧烟炸漏倒醒抽绳药井吊割打骂摸怕肿丢埋塌砸踹绑掐勒砍捅淹溺噎呛撬拐躲]|煤气|救|不见|失踪|找不|没回|不回来|联系不上|叫不|走了|走丢|清静|累赘|下辈子|来世|走一步|永别|遗书|交代|解脱|没意思|没意义|熬不|撑不|受不了|欺负|快来|来人|报警|强奸|性侵|猥亵|脱[了光他她我衣裤]|掉.{0,2}[河水沟坑冰崖]|[河水冰]里|楼顶|天台|桥[上边]|窗台|站在|推下|不想再|[都全]喝了|没气|没呼吸|没脉|不?动弹|动不了|不会动|嘴歪|半边身|胸口|心口|心脏|卡住|憋|羊水|要生了|触电|电着|电了|轧|撞[倒飞]|压下来|压[在住]|追[着我]|堵[门在着]|闯|锁[在起着我她他]|带走|抢走|人贩|\b(?:die|dying|dead|kill|suicid|knife|blood|bleed|fire|gas|smoke|faint|unconscious|breath|hit|beat|hurt|missing|freez|hungry|help me|scared|(?:want|wish) to live|live any|alive|end it|jump|hang|pills|poison|overdose|cut (?:my|her|his)|threat|attack|rape|trapped|drown|chok|collaps|not waking|wo(?:n't|nt) wake|unresponsive|starv|answering|limp|heart|roof|bridge|ledge|rope|locked|strangl|chest|blue|can(?:'t|not) move|stroke|seizure|stab(?!le\b|ili)|gun|shoot|kidnap|labou?r|water broke)/i;
/** "没挨打", "没饿着": the grave word is there to be denied. "没活路" and "没醒" are not. */
const DENIED =
  /(?:没(?:有)?|不|未|从没)(?:人|被|挨|受|再|怎么|动手)?(?:打|骂|饿|冻|伤|欺负|疼)(?:过|着|我|他|她|人|孩子|架)*/g;

/** "屋里有火" to the question of heat is warmth, no fire. */
const WARM = /(?:有|生着?|烧着)(?:炉子?|炕)?火(?=[，。、,\s还也]|$)/g;

/** "打我儿子的138…" is a call, 打错了 a slip of the keys. */
const CALL = /打(?=[^，。]{0,8}(?:\d{6,}|电话|手机|号码)|错|字|工)/g;

/** A name, a village, a short answer or a correction with no grave word in it: no alarm, whatever it looks like. */
function isPlainAnswer(t: Turn): boolean {
  // "goodbye" and "thanks" alone are manners, "I don't know" alone is an answer; "对，他把我……" begins as one and tells more.
  if (
    !tellsStory(t.text, LEAST_STORY) &&
    (MANNERS.has(findCommand(t.text) ?? '') ||
      findRefusal(t.text) !== undefined ||
      yesOrNo(t.text) !== undefined) &&
    !GRAVE.test(t.text)
  )
    return true;
  if (begunElsewhere(t.text) && !GRAVE.test(t.text)) return true;
  if (t.open === null || GRAVE.test(t.text.replace(DENIED, '').replace(WARM, '').replace(CALL, '')))
    return false;
  // Ages and schools of children, told because they were asked, or put right later.
  if (t.text.length <= LONGEST_OF_PEOPLE && (namesEntries(t) || changesEntries(t))) return true;
  // Name, age, telephone, number of people: told without a word of what happens.
  if (t.input.understanding.entities.length > 0 && !tellsStory(storyWithoutDetails(t.text), LEAST_STORY))
    return true;
  const kind = t.catalogue.slots.get(t.open.slot)?.kind;
  const short = /\p{Script=Han}/u.test(t.text)
    ? t.text.length <= SHORT
    : t.text.split(/\s+/).length <= SHORT_ENGLISH;
  return (
    short ||
    (kind !== undefined && CLOSED.has(kind) && t.text.length <= 2 * SHORT && !/[，。,]/.test(t.text)) ||
    findCorrection(t).length > 0
  );
}

/**
 * The danger that this message raises, if it must interrupt everything. Lack of food, heat or shelter that a day can
 * bear goes the short lane of first aid instead, where the number is given as well.
 */
export function dangerNow(t: Turn): DangerKind | undefined {
  const { danger, urgency } = t.input.understanding;
  if (t.input.value !== undefined) return undefined;
  // However few the words: another danger goes before the one that comes back.
  if (isBackAgain(t)) return danger === 'none' ? (String(t.flags.calmed) as DangerKind) : danger;
  if (danger === 'none') return undefined;
  if (isPlainAnswer(t)) return undefined;
  // Said again in the same talk: the alarm stands, the message is passed on.
  if (t.flags.danger === danger) return undefined;
  if (danger !== 'exposure') return danger;
  if (urgency === 'critical' && t.dialog?.id !== 'advance-relief') return danger;
  return undefined;
}

/** The alarm was called off, and now a cry for help comes after all: few words are enough then. */
function isBackAgain(t: Turn): boolean {
  return (
    t.flags.calmed !== undefined &&
    t.flags.danger === undefined &&
    t.text.length <= LONGEST_CRY &&
    CRY.test(t.text)
  );
}
