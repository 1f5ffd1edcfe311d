/** What a person says instead of an answer. `later` and `unknown` are kept as unknown. */
export type Refusal = 'unknown' | 'refused';

const REFUSED =
  /^(?:我|俺|这个|名字|电话|姓名|号码|也|都|就)*(?:不想|不愿意?|不方便|不便|不肯|不能|不敢)?(?:不想说|不说了?|不留了?|不告诉你?|不提供|不便说|不方便说?|不愿意?说?|不想留|不想填|不填|不给|保密|匿名|跳过|先跳过|不回答|拒绝|别问了|你别管了?|不用管了?|不用问了?)(?:了|吧|行不行|行吗|啊|呢)?$/;
const REFUSED_EN =
  /^(?:skip|pass|no comment|i(?:'d| would) rather not(?: say)?|i (?:do not|don't) want to (?:say|tell|give).*|prefer not to (?:say|answer)|anonymous|rather not|private)$/i;
const UNKNOWN =
  /^(?:我|俺|这个|这|那|也|都|就|还|他|她|嗯|啊|额)*(?:不清楚|不知道|不晓得|不大清楚|不太清楚|不太知道|不大知道|说不清楚?|说不上来?|说不好|说不准|弄不清|搞不清|记不清|记不得|不记得|忘了|忘记了|没记住|没记|不懂|不确定|没法说|知不道|闹不清|闹不机密|解不下|没数|以后再说|回头再说|再说吧|以后说|先不说|待会儿?再说)(?:了|呢|啊|呀|哦|啦|吧|嘛|具体|的)*$/;
const UNKNOWN_EN =
  /^(?:(?:i )?(?:really )?(?:do not|don't|dont) (?:know|remember)|no idea|not sure|i(?:'m| am) not sure|unknown|(?:maybe )?later|can't say|forgot|i forgot|unclear)(?: (?:yet|now|exactly|sorry))?$/i;

/** Recognises "不知道", "不想说", "以后再说" and the like as a whole answer; anything more is an answer itself. */
export function findRefusal(answer: string): Refusal | undefined {
  if (answer.length > 40) return undefined;
  const bare = answer.replace(/[\s。，,.!！~…？?、]+/g, ' ').trim();
  const joined = bare.replace(/ /g, '');
  if (UNKNOWN.test(joined) || UNKNOWN_EN.test(bare)) return 'unknown';
  if (REFUSED.test(joined) || REFUSED_EN.test(bare)) return 'refused';
  return undefined;
}
