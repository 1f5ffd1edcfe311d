/** What a person says instead of an answer. `later` and `unknown` are kept as unknown. */
export type Refusal = 'unknown' | 'refused';

const REFUSED =
  /^(?:我|俺|这个|名字|电话|姓名|号码|也|都|就)*(?:不想|不愿意?|不方便|不便|不肯|不能|不敢)?(?:不想说|不方便(?:留|说|给|讲|填)?|不说了?|不留了?|不告诉你?|不提供|不便说|不方便说?|不愿意?说?|不想留|不想填|不填|不给|保密|匿名|跳过|先跳过|不回答|拒绝|别问了|你别管了?|不用管了?|不用问了?)(?:了|吧|行不行|行吗|啊|呢)?$/;
const REFUSED_EN =
  /^(?:skip|pass|no comment|(?:i(?:'d| would)? )?rather not(?: (?:say|tell|give|answer|leave).*)?|i (?:do not|don't|won't|will not) (?:want to |wish to )?(?:say|tell|give|share|leave).*|(?:i(?:'d| would)? )?prefer not(?: to (?:say|answer|tell|give).*)?|(?:i )?(?:want to |would like to )?(?:stay|remain|be) anonymous|anonymous|private|(?:it'?s |that'?s )?none of your business)$/i;
const UNKNOWN =
  /^(?:我|俺|这个|这|那|也|都|就|还|他|她|嗯|啊|额)*(?:不清楚|不知道|不晓得|不大清楚|不太清楚|不太知道|不大知道|说不清楚?|说不上来?|说不来|说不出来?|说不好|说不准|弄不清|搞不清|记不清|记不得|不记得|忘了|忘记了|没记住|没记|不懂|不确定|没法说|知不道|闹不清|闹不机密|解不下|没数|摸不清|不太了解|不了解|以后再说|回头再说|再说吧|以后说|先不说|待会儿?再说)(?:了|呢|啊|呀|哦|啦|吧|嘛|具体|的|他|她|它|家|那家|人家|老人|孩子|大名|全名|真名|名字|姓名|叫啥|叫什么|叫甚|姓啥|姓什么|多大|多少岁|几岁|岁数|年龄|年纪|几口人?|几个人|多少人|人口|电话|号码|地址|户口|在哪儿?|哪里|住哪儿?|日期|时间|哪天|哪年|啥时候|什么时候|情况|这些|这个|那个|算|咋算|怎么算)*$/;
const UNKNOWN_EN =
  /^(?:(?:i )?(?:really )?(?:do not|don't|dont|can't|cannot) (?:know|remember|recall)(?: (?:the|his|her|their|that|it|my|this).*)?|(?:i have )?no idea|not sure|i(?:'m| am) not sure|unknown|(?:maybe )?later|can't say|forgot|i forgot|unclear)(?: (?:yet|now|exactly|sorry))?$/i;

/** Recognises "不知道", "不想说", "以后再说" and the like as a whole answer; anything more is an answer itself. */
export function findRefusal(answer: string): Refusal | undefined {
  if (answer.length > 40) return undefined;
  const bare = answer.replace(/[\s。，,.!！~…？?、]+/g, ' ').trim();
  const joined = bare.replace(/ /g, '');
  if (UNKNOWN.test(joined) || UNKNOWN_EN.test(bare)) return 'unknown';
  if (REFUSED.test(joined) || REFUSED_EN.test(bare)) return 'refused';
  return undefined;
}
