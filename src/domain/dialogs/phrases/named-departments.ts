import type { Department } from '../../understanding/labels';

/** Matters that name their department whatever else is in the message. */
const NAMED: readonly (readonly [Department, RegExp])[] = [
  [
    'disability_federation',
    /残疾(?:人)?(?:证|补贴|补助|两补)|残联|轮椅(?:申请|怎么)|disability (?:card|certificate|allowance|subsid)/i,
  ],
  ['justice', /律师|打官司|法律援助|起诉|告上法院|离婚官司|\blawyer|legal aid|\bsue\b/i],
  ['medical_insurance', /医疗救助|医保|合作医疗|报销|medical (?:aid|insurance)|reimburse/i],
  ['rescue_station', /要饭|乞讨|流浪|讨饭|\bbeggar|homeless/i],
  ['housing', /危房|公租房|廉租房|房子(?:要)?改造|public housing/i],
  ['employment', /欠薪|拖欠工资|工资(?:一直)?(?:不|没)给|讨薪|工伤|失业金|unpaid wages/i],
];

/** The departments that a message names by their matters, in the order of this list. */
export function namedDepartments(text: string): Department[] {
  return NAMED.filter(([, pattern]) => pattern.test(text)).map(([department]) => department);
}
