import type { Act } from '../../understanding/labels';

const HELLO = '^(?:您好|你好|喂|那个)?[，,\\s]*(?:我|俺)?(?:就|也)?';
const PERSON_OF_OWN =
  /我(?:爸|妈|爹|娘|老伴|爷|奶|姥|丈夫|男人|婆婆|公公)|怎么(?:办|退|停|注销)|要不要|用不用|想(?:吃|申请|办)/;
/** Words that name what a message is, wherever it was put. */
const NAMED: readonly { readonly act: Act; readonly pattern: RegExp; readonly unless?: RegExp }[] = [
  {
    act: 'praise',
    pattern: new RegExp(
      `${HELLO}(?:想|要|得|来)?(?:好好)?(?:表扬|夸夸|夸一下|点个?赞|感谢一下)|送(?:他们|你们|民政|.{0,8})?(?:一?面|个)?(?<!杭)锦旗|^i (?:want|would like) to (?:praise|thank)`,
      'i',
    ),
  },
  {
    act: 'suggestion',
    pattern: new RegExp(
      `${HELLO}(?:想|要|给)?(?:给|跟|向)?.{0,8}(?:提|有)(?:个|一个|点|条|一条)?(?:小)?(?:建议|意见)|^建议|^i (?:have|would like to make) a suggestion`,
      'i',
    ),
    unless: /对.{0,10}(?:有|很大)意见|态度|不给办|推/,
  },
  {
    act: 'report',
    pattern: new RegExp(
      `${HELLO}(?:想|要)?(?:实名|匿名)?(?:举报|揭发|检举)|(?:村主任|支书|书记|村长|队长|村干部|嘎查达|社区主任|会计).{0,24}(?:吃(?:着)?低保|自家|亲戚|关系户|优亲厚友|好处费|贪|冒领|套取|克扣|扣下|扣了|回扣)|^i want to report (?:that |a fraud|corruption|someone)`,
      'i',
    ),
  },
  {
    act: 'report',
    pattern:
      /(?:死|去世|没|走|过世)(?:了)?[^。]{0,14}(?:还|仍|照样|一直)[^。]{0,10}(?:领|吃|拿|发)[^。]{0,6}(?:低保|补贴|补助|五保|救助)|(?:开(?:着)?[^，。]{0,4}(?:车|宝马|奔驰|路虎)|有(?:[两几]套)?(?:楼|车|房|店|门市|商铺))[^。]{0,16}(?:还|也|却|照样|照)[^。]{0,6}(?:吃|领|拿)(?:着)?低保/,
    unless: PERSON_OF_OWN,
  },
  {
    act: 'complaint',
    pattern: new RegExp(
      `${HELLO}(?:想|要)?(?:投诉|告一?状|告(?!诉|知|别|一声))|(?:我|俺)要投诉|(?:没(?:一个)?人(?:接|管|理|回)|不(?:接|回|理))[^。]{0,10}(?:怎么|咋)回事|^i want to complain`,
      'i',
    ),
  },
];
const ASKS_FOR_ONESELF = /(?:给|帮|替)我.{0,4}(?:查|看|问|办|申请)/;
const ACCUSES =
  /举报|揭发|检举|反映|贪|扣|冒领|骗|假|关系户|不该|凭啥|凭什么|亲戚|有钱|楼|车|克扣|好处|回扣|送礼|report/i;

/** Nobody answers, nobody comes: said of an office, whatever else the words resemble. */
const UNANSWERED = /没(?:一个?|一?回|一次)?(?:有)?人(?:接|管|理|搭理)|打不通|管不管|(?:不|没)(?:接|理)/;
/** Shops and firms; their faults are a matter to be seen to, and no complaint about an office. */
const OF_A_FIRM =
  /(?:烧烤|饭|面|小|商|酒|洗车|快递|理发|服装|彩票|网)(?:店|馆)|门店|超市|KTV|歌厅|网吧|酒吧|夜市|广场舞|物业|开发商|商家|商户|老板|房东|中介|健身房|公司|工厂|厂子|施工|装修|楼[上下]的?(?:邻居|住户|人家)|电信|移动|联通|快递/i;
const OF_AN_OFFICE =
  /民政|政府|镇里|乡里|苏木里|旗里|县里|街道办|居委|村委|嘎查达|书记|主任|村长|干部|办事员|工作人员|专干|助理|窗口|大厅|派出所|医院|学校|幼儿园|法院|局|热线|救助|低保|五保|补贴|补助/;

/** "想吃低保": the wish for oneself, with nobody accused in it. */
const WISHES_FOR_ONESELF = /(?:想|要|来)(?:申请|办|吃|领)(?:个|一下|点)?(?:低保|五保|特困|救助|补助)/;
const PRAISES =
  /表扬|夸|谢|(?<!杭)锦旗|点个?赞|好人|好样|辛苦|负责|热心|耐心|贴心|周到|及时|满意|不错|真好|praise|thank|grateful|great|kind|excellent|wonderful|helpful/i;
const GIVES =
  /\b(?:would like|want|wish|hope|plan|are ready) to (?:donate|give away|volunteer)|\b(?:we|i) (?:can|could|will) (?:donate|volunteer)/i;

/** "我想办低保" asks for it, and puts no question. */
const PLAIN_REQUEST =
  /^(?:您好|你好)?[，,\s]*(?:我|俺|我们|我家|咱)?(?:们|家)?(?:就|也)?(?:想|要|来)(?:申请|办|办理|吃|领|报)(?:个|一下|一个|点)?(?:低保|五保|特困|临时救助|救助|补助)[。\s]*$/;

/** Any sign of a question at all. */
const ASKS_SOMETHING =
  /[?？吗么呢]|怎么|咋|如何|怎样|什么|啥|甚|哪|谁|多少|多久|几|[能可]不[能可]|能否|是不是|有没有|行不行|够不够|该不该|要不要|用不用|问|咨询|了解|听说|想知道|条件|标准|手续|\b(?:how|what|which|who|whom|when|where|why|can|could|do|does|did|is|are|am|may|might|should|would|any|if|whether|ask|know|wonder|question)\b/i;
const LEAST_TOLD = 20;

/** 没啥 and 没几个 ask nothing. */
function asksSomething(text: string): boolean {
  return ASKS_SOMETHING.test(text.replace(/没(?:有)?(?:啥|什么|甚|几个?|多少)/g, ''));
}

/** Puts right what a message wants where it says so itself. */
export function refineAct(text: string, understood: Act): Act {
  // Nobody is accused in "给我查查低保".
  if (
    understood === 'report' &&
    (ASKS_FOR_ONESELF.test(text) || WISHES_FOR_ONESELF.test(text)) &&
    !ACCUSES.test(text)
  )
    return 'help';
  if (understood === 'praise' && !PRAISES.test(text)) return UNANSWERED.test(text) ? 'complaint' : 'help';
  const ofAFirm = OF_A_FIRM.test(text) && !OF_AN_OFFICE.test(text);
  if (understood === 'complaint' && ofAFirm) return 'help';
  if (understood === 'help' && GIVES.test(text)) return 'offer';
  if (
    understood === 'consult' &&
    (PLAIN_REQUEST.test(text) || (WISHES_FOR_ONESELF.test(text) && !asksSomething(text)))
  )
    return 'help';
  // Trouble that is told, and nothing asked.
  if (understood === 'consult' && text.length >= LEAST_TOLD && !asksSomething(text)) return 'help';
  if (understood !== 'help' && understood !== 'other' && understood !== 'consult') return understood;
  return (
    NAMED.find(
      ({ act, pattern, unless }) =>
        pattern.test(text) && unless?.test(text) !== true && !(act === 'complaint' && ofAFirm),
    )?.act ?? understood
  );
}
