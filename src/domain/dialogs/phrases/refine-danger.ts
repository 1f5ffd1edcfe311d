import type { Danger } from '../../understanding/labels';
import { saysLack } from './says-lack';

const DEED = '(?:自杀|上吊|跳楼|跳河|跳井|喝药|喝农药|喝了药|喝了农药|轻生|寻短见)';
const THING = '钱包|背包|身份证|银行卡|手机|东西|羊|牛|马|狗|猫|鸡|猪|驴|骆驼|牲口|牲畜|摩托|三轮';

const MISSING =
  /没(?:有)?回(?!来过电话)|没见人|又(?:走丢|不见|联系不上)|失联|一宿|一夜|(?:人|爸|妈|爷|奶|孩子|娃|老|叔|[他她])[^，。羊牛马驼]{0,6}(?:走丢|走失|不见)|还没(?:回|联系)/;
/** Somebody lost in the cold is looked for first, and warmed after. */
const LOST = /走丢(?!过)|走失(?!过)|失踪|(?:一宿|[一两二三]天|一夜)[^，。]{0,4}没(?:有)?回(?:来|家)/;
const ANIMAL_OR_THING = new RegExp(THING);
const DEED_OF_THE_PAST = new RegExp(
  `(?:去|前|那|大前)年[^。]{0,16}${DEED}|(?:年|个月)前[^。]{0,16}${DEED}|(?:以前|当年|从前)[^。]{0,16}${DEED}|${DEED}(?:了)?(?:死|走|没|去世|身亡|过世)|(?:${THING})[^，。]{0,8}(?:吃|喝|中|误食)[^，。]{0,6}(?:药|毒)`,
);
const WANTS_TO_DIE = new RegExp(
  `(?:我|她|他|妈|爸|儿子|闺女|媳妇|男人|老伴)[^，。]{0,6}(?:不想活(?!人家|别人|谁|在|得|成)|活够|活不下|不活了)|我[^，。]{0,4}(?:想死(?!的心)|想跟|也想|也不活|跟着)|(?:要|想|闹着?|嚷着?|正)[^，。]{0,4}${DEED}|刚[^，。]{0,8}${DEED}`,
);
/** Poison that the writer took, unless by mistake: not an illness alone. */
const TOOK_POISON =
  /我(?:自己|刚|刚才|也|真|今天|昨晚|一口气|已经|把)*(?:喝|吃|吞)了?[^，。误中]{0,6}(?:农药|敌敌畏|百草枯|老鼠药|耗子药|除草剂|安眠药)/;

/** Cold, night, being outside or stuck: without any of these and no lack told, exposure is a guess. */
const OUT_OR_COLD =
  /冷|寒|冰|夜|今晚|外头|外面|外边|户外|露天|陷|困(?:在|住)|趴窝|锁外|哆嗦|发抖|湿透|光着|没穿|饭|粮|吃|喝|煤|炉|暖|住|睡|桥|街|outside|stuck|stranded|night|dark|wet|food|water|warm/i;
/** Whatever was feared first, somebody is hurt now. */
const HURT = /[烧烫]伤|昏|晕倒|叫不醒|不醒|没气|没呼吸|抽过去|吐血|burnt|unconscious|not breathing/i;
const CHILD =
  /孩|娃|童|婴|岁|学生|小学|初中|闺女|女儿|儿子|丫头|孙|宝|幼|男生|女生|班|侄|甥|小(?:子|妹|弟)|\d年级|child|kid|\bson\b|daughter|girl|boy|baby|pupil|school|хүүхэд|хүүхд|хүү|охин|[\p{Script=Mongolian}]/iu;

/** Where words tell plainly that a kind of danger is over or was never there. `still` keeps the alarm nevertheless. */
interface NoAlarm {
  readonly danger: Exclude<Danger, 'none'>;
  readonly calm: RegExp;
  readonly still?: RegExp;
  /** What comes last counts: `still` is looked for only behind the words that take the alarm back. */
  readonly last?: true;
}
const NO_ALARM: readonly NoAlarm[] = [
  {
    danger: 'fire',
    calm: /(?:着|起)过(?:一?[场次回])?火|(?:炉|灶|烟筒|烟囱|炕)[^。]{0,10}(?:冒|倒)烟[^。]{0,14}(?:想|能不能|换|修)|(?:已经|都|早就?|后来|让.{0,6}|给|被)?(?:扑|浇|踩)?灭了|火(?:已经)?(?:灭|熄)了|put out|is out now/i,
    still:
      /又(?:着|冒)|还(?:在|冒|有)|没(?:有)?(?:扑|全|完全)?灭|烟(?:还|越)|煤气|燃气|正|现在|快来|晕|火苗|没(?:有|能)?(?:跑|逃|救)?出来|(?:烧|烫)伤|[熏呛][晕倒着伤]|昏|叫不|still (?:burning|smok)|burnt|inside/i,
  },
  {
    danger: 'missing',
    calm: /(?<!没|没有|没再|没能|还没|能)(?:联系上|打通|接通|通上话|找到|找着|找见)了|(?:已经|都|自己|又|刚|人)(?:回来|到家|回家)了|(?:came|come|is) (?:back|home)|reached (?:him|her)/gi,
    still:
      /又(?:走丢|不见|联系不上|跑)|没(?:有)?回|还没|没气|没呼吸|没动静|不动|[井河水坑沟]里|冻[僵坏伤]|叫不|昏|晕|血|受伤|摔[了坏断]|跳|bleed|hurt|not (?:mov|breath)|unconscious/i,
    last: true,
  },
  {
    danger: 'missing',
    calm: new RegExp(
      `(?<![骑开坐拿带放牵找])(?:${THING})[^，。的人爸妈叔爷他她孩娃]{0,6}(?:丢|不见|没影|跑|找不|没找)(?!.{0,2}人)|丢了[^，。的人]{0,4}(?:${THING})|(?:媳妇|老婆|儿媳|(?:孩子|娃|他|她)(?:的|他|她)?妈|妈妈|老公|丈夫|男人|(?:孩子|娃|他|她)(?:的|他|她)?爸)[^，。]{0,4}(?:跑了|跟人(?:走|跑)|离家出走|改嫁)|看不住|没一个人(?:联系|理|回|接)`,
    ),
    still: MISSING,
  },
  { danger: 'missing', calm: /(?:走丢|走失|丢)过/, still: /没(?:有)?回|又|现在|今天|刚/ },
  { danger: 'self_harm', calm: DEED_OF_THE_PAST, still: WANTS_TO_DIE },
  { danger: 'medical', calm: DEED_OF_THE_PAST, still: WANTS_TO_DIE },
  {
    danger: 'self_harm',
    calm: /不想活(?:人家|别人|谁|在|得|成)|想死的心(?:都)?(?:没|顾不|不敢)/,
    still: WANTS_TO_DIE,
  },
  {
    danger: 'child_harm',
    calm: /没(?:有)?(?:人|挨|被|动手|再)?(?:打|虐|骂|欺负)|(?:娃|孩子|儿子|他|学生|小子)(?:把|跟|和|在学校)?[^，。]{0,4}打了?(?:人家|别人|同学|架)|(?:要|让|叫)(?:我|我们|俺)?们?(?:家)?赔/,
    still:
      /(?<!没|没有|不|从没)挨(?:了)?打|浑身|身上.{0,6}[伤青紫]|锁|摸|性侵|猥亵|天天打|往死里|血|昏|没人给饭|烫|烟头|掐|捂|拧|脱|绑|关[在着起]|针|\bburn/i,
  },
  {
    danger: 'violence',
    calm: /没(?:有)?(?:人|挨|被|动手|再)?打|(?:不|没)(?:打|骂)(?:我|人|她|他|架)|(?:以前|过去|那几年)[^，。]{0,4}打过|used to (?:beat|hit|hurt)/i,
    still:
      /没打(?:通|电话)|\bknife\b|threat|still (?:beat|hit)|pillow|strangl|locked|(?:又|还)来|刀|血|救命|掐|踹|捂|绑|勒|烫|锁|关[在着起]|断了|骨折|昏|今[天晚早儿](?:[又还把拿]|他又)|不让[^，。]{0,4}(?:出|走)|正(?:在)?打|又打|还打|棍|斧|威胁/,
  },
  {
    danger: 'medical',
    calm: /往外跑|看不住|糊涂|老年痴呆|痴呆/,
    still:
      /晕|昏|倒|喘|血|抽|疼|痛|摔|叫不醒|不醒|说不(?:出|清)|嘴歪|中毒|烧|吐|走丢|走失|不行了|动不了|掉|跌|吞|误|药|毒|洗[厕洁衣涤]|烫|冻|淹|撞|轧/,
  },
];

/**
 * Puts right an alarm that the words themselves take back: the fire is out, the sheep are lost, nobody was hit. Where
 * in doubt the alarm stands.
 */
export function refineDanger(text: string, understood: Danger): Danger {
  if (understood === 'none') return understood;
  if (understood === 'exposure' && LOST.test(text) && !ANIMAL_OR_THING.test(text)) return 'missing';
  if (understood === 'exposure')
    return saysLack(text) || OUT_OR_COLD.test(text) ? understood : HURT.test(text) ? 'medical' : 'none';
  if (NO_ALARM.some((one) => one.danger === understood && takesBack(text, one))) return 'none';
  // Somebody is hurt or locked up, but no child is spoken of.
  if (understood === 'child_harm' && !CHILD.test(text)) return 'violence';
  return understood === 'medical' && TOOK_POISON.test(text) ? 'self_harm' : understood;
}

function takesBack(text: string, { calm, still, last }: NoAlarm): boolean {
  if (last !== true) return calm.test(text) && still?.test(text) !== true;
  const end = [...text.matchAll(calm)].at(-1);
  return end !== undefined && still?.test(text.slice(end.index + end[0].length)) !== true;
}
