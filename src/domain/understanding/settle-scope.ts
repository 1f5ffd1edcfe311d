import type { Danger, Department, Scope } from './labels';

/** A danger without a stated need belongs elsewhere, unless the need is this plain. */
const PLAIN_NEED = 0.85;
/** Sexual abuse, bullying and forced begging of children, on the folded text: the police decide, not a measure. */
const CRIME_ON_CHILD =
  /猥亵|性侵|强奸|侵犯|怀孕|怀上|身孕|下(?:面|边|身|体)[^，。]{0,7}(?:疼|痛|血|肿|烂)|内裤|脱[^，。]{0,3}(?:裤|衣服?|光)|摸(?:我|她|他|孩子|娃|下|胸|腿|屁)|(?:进|上|钻)了?(?:我|她|孩子|闺女)的?[^，。]{0,3}(?:屋|床|被窝|房)|弄疼|裸|霸凌|欺凌|拍(?:视频|照片|光)|逼[^，。]{0,8}(?:要钱|乞讨|要饭|陪酒)|拐(?:走|卖)|molest|rap(?:e|ed|ing)\b|touch(?:es|ed|ing)? (?:me|her|him)|naked|into (?:her|his|my) bed|pregnant|bull(?:y|ied|ying)/;

/**
 * The scope once danger is known, by the labelling guide: fire and sudden illness without a stated need are general
 * matters, violence, self-harm and crimes on children are referred, and so is whoever is missing unless a visit to a lone
 * old person or a child left behind is asked for; a lack of food, shelter or heat and a neglected child are needs.
 */
export function settleScope(scope: Scope, inside: number, danger: Danger, folded: string): Scope {
  switch (danger) {
    case 'none':
      return scope;
    case 'missing':
      return scope === 'measure' ? scope : 'referral';
    case 'child_harm':
      return CRIME_ON_CHILD.test(folded) ? 'referral' : scope === 'referral' ? scope : 'measure';
    case 'exposure':
      return scope === 'referral' ? scope : 'measure';
    default:
      if (scope === 'measure' && inside >= PLAIN_NEED) return scope;
      return danger === 'fire' || danger === 'medical'
        ? scope === 'referral'
          ? scope
          : 'general'
        : 'referral';
  }
}

/** The department that a danger settles, if it does: self-harm the health office; violence, children and the missing the police. */
export function departmentOf(danger: Danger): Department | undefined {
  if (danger === 'self_harm') return 'health';
  return danger === 'violence' || danger === 'missing' || danger === 'child_harm' ? 'police' : undefined;
}
