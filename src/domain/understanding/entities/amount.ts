import type { Entity } from '../understanding';
import { correctedPart } from './corrected-part';
import { findNumerals, type Numeral } from './numerals';

const CURRENCY = /^(?:多|来|几|左右|余)?\s*(?:块钱|元钱|块|元|圆|人民币|rmb\b|yuan\b|cny\b)/i;
const SIGN = /[¥￥$]\s*$/;
/** Money is meant without the word for it: 工资三千五, 欠了二十万, 赔了九万. */
const MONEY_BEFORE =
  /(?:工资条?|收入|月薪|年薪|薪水|退休金|养老金|低保|补助|补贴|救助|救助款|存款|贷款|欠|欠了|借|借了|花|花了|花销|赔|赔了|挣|赚|领|发|给|给了|交|交了|罚|药费|学费|房租|租金|彩礼|外债|饥荒|治疗费|押金|要价|费用?|款|钱|剩|剩下|剩了)(?:是|了|的|有|差不多|大概|大约|将近|快|共|一共|才|就|只有|不到|还有|他|她|我|我们|人家|亲戚|银行|信用社)*\s*$/;
const PER_MONTH_BEFORE =
  /(?:每月|每个月|一个月|一月|月薪|月收入|月工资|月租|月供|个月|工资|退休金|养老金|per month|monthly|a month|月)(?:才|就|只|能|也就|大概|大约|差不多|平均|是|收入|挣|领|有|拿|开|发|给|花|吃药|吃药要|药费|要|得|不到|都|我|他|她|只有|一共|还|的|挣个|交|要交|要花)*\s*$/i;
const PER_YEAR_BEFORE =
  /(?:每年|一年|年收入|年薪|全年|一年到头|per year|yearly|a year)(?:才|就|只|能|也就|大概|大约|差不多|平均|是|收入|挣|领|有|拿|下来|纯收入|收|剩|卖|要|得|不到|都|个)*\s*$/i;
const PER_MONTH_AFTER =
  /^(?:多|来|几)?\s*(?:块钱|元钱|块|元|圆|rmb|yuan|cny)?\s*(?:[/／每]\s*月|[/／]?一个月|每个月|一月|a month|per month|monthly|\/month|\/mo)/i;
const PER_YEAR_AFTER =
  /^(?:多|来|几)?\s*(?:块钱|元钱|块|元|圆|rmb|yuan|cny)?\s*(?:[/／每]\s*年|[/／]?一年|每年|a year|per year|yearly|\/year)/i;
/** A figure with one of these behind it counts something else. */
const OTHER_UNIT =
  /^(?:多|来|几)?\s*(?:[个口岁年月日号天人户里亩头只匹斤吨米公楼层室级块地次回趟遍%％点分秒周]|平|km|kg|years?\b|months?\b|days?\b|people\b)/i;

/** Amounts of money in yuan, per month or per year where the text says so. */
export function findAmounts(text: string, numerals: readonly Numeral[] = findNumerals(text)): Entity[] {
  const found: Entity[] = [];
  for (const { start, end, value, form } of numerals) {
    if (value < 1 || form === 'digits') continue;
    const before = text.slice(Math.max(0, start - 14), start);
    const after = text.slice(end, end + 14);
    const currency = CURRENCY.exec(after);
    const signed = SIGN.test(before);
    const implied =
      value >= 50 &&
      !OTHER_UNIT.test(after) &&
      (MONEY_BEFORE.test(before) || PER_MONTH_BEFORE.test(before) || PER_YEAR_BEFORE.test(before));
    if (!currency && !signed && !implied) continue;
    const unit = frequency(before, after);
    found.push({ kind: 'amount', start, end: end + (currency?.[0].length ?? 0), value, unit });
  }
  return found;
}

/** The amount in a short answer; a bare figure counts: "三千五" → 3500 yuan. */
export function parseAmount(answer: string): { readonly value: number; readonly unit: string } | undefined {
  const meant = correctedPart(answer);
  const numerals = findNumerals(meant);
  const found = findAmounts(meant, numerals)[0];
  if (found) return { value: Number(found.value), unit: found.unit ?? 'yuan' };
  const bare = numerals.find(({ end }) => !OTHER_UNIT.test(meant.slice(end, end + 3)));
  if (bare === undefined)
    return /没有|没收入|一分|零|none|nothing/i.test(meant) ? { value: 0, unit: 'yuan' } : undefined;
  return { value: bare.value, unit: frequency(meant.slice(0, bare.start), meant.slice(bare.end)) };
}

function frequency(before: string, after: string): string {
  if (PER_MONTH_AFTER.test(after)) return 'yuan_per_month';
  if (PER_YEAR_AFTER.test(after)) return 'yuan_per_year';
  if (PER_YEAR_BEFORE.test(before)) return 'yuan_per_year';
  return PER_MONTH_BEFORE.test(before) ? 'yuan_per_month' : 'yuan';
}
