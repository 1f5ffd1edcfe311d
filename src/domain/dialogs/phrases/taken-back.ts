/** A message that takes something back, parted: what is denied, and what stands. */
export interface TakenBack {
  readonly denied: readonly string[];
  readonly stands: string;
}

/** Ways of saying what was wrong; the first group holds it. */
const DENIED: readonly RegExp[] = [
  /(?:而|并|可)?不(?:是|叫|在|姓|算|住)(?:说)?([^，,。；;是叫在住]{1,14}?)(?=[，,。；;]|是|叫|在|住|了|$)/g,
  /(?:刚才|刚刚|刚|前面|前头|原来|之前|原先)(?:我|俺)?(?:给你|给您)?(?:说|写|报|填|念|给|打)的?(?:他|她|是|成)*([^，,。；;]{0,12}?)(?:是吧|那是[^，,。；;]*)?(?=[，,。；;]|$)/g,
  /(?:说|写|记|报|听|打)成(?:了)?([^，,。；;]{1,12})/g,
  /([\d零〇一二两三四五六七八九十幺]{1,11}(?:口|岁|个)?(?:人)?)(?:不对|不准|错了|有误|说错了?)/g,
  /([^，,。；;是叫]{1,12})(?:那是|是)(?:户口|老家|老号|以前的?|小名)/g,
  /,? (?:and )?not (?:in |at |a |the )?([\w .'-]{1,30})(?=[,.]|$)/gi,
];
/** 山字头的岚, 宝贝的宝: how a name is written, not the name. */
const SPELT =
  /(?<=^|[，,。；;])\p{Script=Han}{1,4}的\p{Script=Han}(?=[，,。；;]|$)|(?<=\p{Script=Han}{2})\p{Script=Han}{2}的\p{Script=Han}(?=[，,。；;]|$)|(?<=[，,])\p{Script=Han}头\p{Script=Han}(?=[，,。；;])/gu;
const WRONG =
  /(?:[^，,。；;]{0,8})(?:都|全)?(?:说|写|打|记|弄|报|填|听|搞)(?:错|差|岔|反)(?:字)?了?(?=[，,。；;吧]|$)|(?:前面|刚才|那)(?:那)?个不对/g;

/** Parts what is denied from what stands: "不是七十八，是七十九" denies 七十八. */
export function takenBack(text: string): TakenBack {
  const denied: string[] = [];
  let stands = text;
  for (const rule of DENIED) {
    stands = stands.replace(rule, (_whole, part: string) => {
      denied.push(part.trim());
      return '，';
    });
  }
  const spelt = stands.replace(SPELT, '，');
  const kept = /\p{L}|\d/u.test(spelt.replace(WRONG, '')) ? spelt.replace(WRONG, '，') : spelt;
  return {
    denied: denied.filter((part) => part !== ''),
    stands: kept.replace(/[，,。；;\s]{2,}/g, '，').replace(/^[，,。；;\s]+/, ''),
  };
}
