import type { Act } from '../../understanding/labels';

/** Words that name what a message is, wherever it was put. */
const NAMED: readonly (readonly [Act, RegExp])[] = [
  ['praise', /^(?:您好|你好)?[，,\s]*(?:我|俺)?(?:想|要|得|来)?(?:好好)?(?:表扬|夸夸|夸一下|点个?赞|感谢一下|送(?:面|个|一面)?锦旗)|^i (?:want|would like) to (?:praise|thank)/i],
  ['suggestion', /^(?:您好|你好)?[，,\s]*(?:我|俺)?(?:想|要)?(?:给|跟|向)?.{0,8}(?:提|有)(?:个|一个|点|条|一条)?(?:小)?(?:建议|意见建议)|^建议|^i (?:have|would like to make) a suggestion/i],
  ['report', /^(?:您好|你好)?[，,\s]*(?:我|俺)?(?:想|要)?(?:实名|匿名)?(?:举报|揭发|检举)|(?:村主任|支书|书记|村长|队长|村干部|嘎查达|社区主任|会计).{0,24}(?:吃(?:着)?低保|自家|亲戚|关系户|优亲厚友|好处费|贪|冒领|套取|克扣|回扣)|^i want to report (?:a fraud|corruption|someone)/i],
  ['complaint', /^(?:您好|你好)?[，,\s]*(?:我|俺)?(?:想|要)?(?:投诉|告一?状|告(?!诉|知|别|一声))|(?:我|俺)要投诉|^i want to complain/i],
];

/** Puts right what a message wants where it says so itself in its first words. */
export function refineAct(text: string, understood: Act): Act {
  if (understood !== 'help' && understood !== 'other' && understood !== 'consult') return understood;
  return NAMED.find(([, pattern]) => pattern.test(text))?.[0] ?? understood;
}
