import { isForAMachine } from './is-for-a-machine';

/** A clause that gives nothing but a detail, or only greets. */
const DETAIL =
  /^(?:我叫|俺叫|我姓|我是|电话|手机|户口|住在|家住|家在|我在|我家在)[^，。病没断塌烧欠借]{0,18}$|^(?:我们?)?家里?(?:一共|现在|有)?[\d一二三四五六七八九十两]{1,2}口人?$|^(?:我|俺|他|她)?(?:今年)?[\d一二三四五六七八九十]{1,3}岁?了?$|^(?:您好|你好|同志|大夫|老师|喂)[啊呀你好]*$|^[\d零一二三四五六七八九幺\s-]{7,}$|^\s*(?:my name is|my phone is|we live in|i live in)\b[^.]*$/i;
/** Words put in as if the service itself spoke are not said back. */
const FOR_A_MACHINE =
  /系统[:：]|^(?:system|assistant|admin)\b|已通过审核|(?:直接|请)?发放\d|忽略(?:以上|前面|之前)|ignore (?:all|previous)/i;

/** A story without greeting, name, telephone, place and number of people; `known` are values that stand elsewhere. */
export function storyWithoutDetails(story: string, known: readonly string[] = []): string {
  const parts =
    story.match(
      /\p{Script=Han}/u.test(story) ? /[^，,。；;！!？?\n]+[，,。；;！!？?\n]*/g : /[^.;!?\n]+[.;!?\n]*\s*/g,
    ) ?? [];
  const kept = parts.filter((part) => {
    const clause = part.replace(/[，,。.；;！!？?\n\s]+$/, '');
    if (isForAMachine(clause) || FOR_A_MACHINE.test(clause)) return false;
    return (
      !known.some((value) => clause.includes(value) && clause.length <= value.length + 8) &&
      !DETAIL.test(clause)
    );
  });
  return kept.join('').trim();
}
