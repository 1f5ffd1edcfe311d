import type { DangerKind } from '../../understanding/labels';
import type { Turn } from './turn';

/** What is said first in a danger: the sentence of wording.yml and the numbers to dial, the right one first. */
export interface DangerWords {
  readonly key: string;
  readonly dial: readonly string[];
}

const PLAIN: Readonly<Record<DangerKind, readonly string[]>> = {
  fire: ['119', '120'],
  medical: ['120'],
  violence: ['110', '120'],
  self_harm: ['12356', '120', '110'],
  child_harm: ['110', '120'],
  exposure: ['110', '120'],
  missing: ['110'],
};

/** Cases of a kind that need another first sentence, the first found. */
const SPECIAL: readonly (DangerWords & { readonly danger: DangerKind; readonly when: RegExp })[] = [
  {
    danger: 'fire',
    key: 'danger.fire_gas',
    dial: ['119', '120'],
    when: /煤气|燃气|天然气|液化气|瓦斯|漏气|\bgas\b|хий/i,
  },
  {
    danger: 'medical',
    key: 'danger.medical_gas',
    dial: ['120', '119'],
    when: /煤气|煤烟|一氧化碳|炉子|炭火|烧煤|燃气|倒烟|carbon monoxide|\bgas\b|stove|угаар/i,
  },
  {
    danger: 'medical',
    key: 'danger.trapped',
    dial: ['119', '120'],
    when: /埋|压在|压住|砸在|砸住|砸着|井里|窖|冰窟|掉.{0,3}(?:井|坑|河|水|沟)|困在|卡在.{0,4}(?:电梯|门|车|缝)|溺水|塌|buried|trapped|crushed|drown|\bwell\b|collapsed on/i,
  },
  {
    danger: 'self_harm',
    key: 'danger.self_harm_done',
    dial: ['120', '12356', '110'],
    when: /(?:吃|喝|吞|灌)了?[^，。想要]{0,6}(?:农药|老鼠药|耗子药|鼠药|百草枯|敌敌畏|安眠药|除草剂|一瓶|好多药|大把)|(?:吃|喝|吞)下去了?|药[^，。]{0,3}(?:都|全)(?:吃|吞)(?:了|下)|(?:took|taken|swallowed|drank) (?:all |the |some |a lot of |too many )*(?:pills|poison|pesticide|tablets)/i,
  },
  {
    danger: 'self_harm',
    key: 'danger.self_harm_hurt',
    dial: ['120', '12356', '110'],
    when: /割(?:了|开)?[^，。想要]{0,4}(?:腕|手|脉)[^，。]{0,3}了|割腕了|(?:have|has|'ve|i) cut (?:my|her|his) wrist/i,
  },
  {
    danger: 'self_harm',
    key: 'danger.self_harm_other',
    dial: ['110', '120', '12356'],
    when: /^(?!.*我(?:也|都|真|就)?(?:不想活|想死|要死|活够)).*(?:有人|儿子|闺女|女儿|媳妇|老伴|男人|老公|丈夫|妈|爸|弟|妹|哥|姐|邻居|同学|[他她])[^，。]{0,8}(?:跳|上吊|自杀|割腕|喝药|喝农药|寻短|轻生|不想活)/,
  },
  {
    danger: 'medical',
    key: 'danger.poison',
    dial: ['120'],
    when: /农药|敌敌畏|百草枯|老鼠药|耗子药|除草剂|洗厕|中毒|误(?:食|喝|吃)|poison|pesticide/i,
  },
  {
    danger: 'violence',
    key: 'danger.violence_own',
    dial: ['110', '12356'],
    when: /^(?!.*(?:要|想)(?:杀|砍|捅|弄死)(?:了|死)?(?:我|俺)).*我(?:真|就|恨不得|现在|早晚|今天|今晚)*(?:想|要|去)(?:杀|砍|捅|弄死)/,
  },
];

/** The right first sentence and numbers for this danger, as far as the words themselves tell. */
export function dangerWords(t: Pick<Turn, 'flags' | 'text'>, danger: DangerKind): DangerWords {
  if (t.flags.child === true && danger === 'self_harm')
    return { key: 'danger.child_self_harm', dial: PLAIN.self_harm };
  if (t.flags.child === true && danger !== 'fire') return { key: 'danger.child_self', dial: ['110', '120'] };
  const special = SPECIAL.find((one) => one.danger === danger && one.when.test(t.text));
  return special ?? { key: `danger.${danger}`, dial: PLAIN[danger] };
}
