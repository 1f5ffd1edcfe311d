import type { MeasureCode } from '../../understanding/labels';

/** A slot, and the words that answer it before it is asked. `of`: only in these measures. */
interface Told {
  readonly slot: string;
  readonly words: RegExp;
  readonly of?: readonly MeasureCode[];
}

const LONGEST = 60;
const TOLD: readonly Told[] = [
  {
    slot: 'income',
    words:
      /没(?:有|啥|什么|一分)(?:什么|啥)?(?:钱)?(?:收入|进项)|没打下?粮|颗粒无收|没收下|没收成|靠[^，。,.;；]{1,12}(?:过日子|过活|生活|维持|养活)|全?靠[^，。,.;；]{0,4}(?:种|放|打零工|捡|低保|养老金|退休金)|打零工|挣不(?:着|到|上|来)钱|(?:一个?月|每月|月)(?:就|才|只|能)?(?:挣|收入|工资)[^，。,.;；]{1,8}|工资[^，。,.;；]{0,4}[\d一二两三四五六七八九]|no income|\b(?:earns?|live on|income (?:is|of))\b/i,
    of: ['M01', 'M02', 'M03'],
  },
  {
    slot: 'illness',
    words:
      /癌|肿瘤|白血病|尿毒症|透析|化疗|糖尿病|高血压|心脏|支架|脑梗|脑出血|中风|偏瘫|瘫|截肢|腿(?:截|断|坏|瘸)|胳膊断|残疾|精神病|精神不好|白内障|看不[清见]|失明|聋|哑|癫痫|羊角风|肺|肝硬化|肾|类风湿|关节|卧床|下不了[炕床地]|起不来|痴呆|糊涂|脑瘫|腿脚不好|腰(?:断|坏|摔|椎)|骨折|抑郁|\b(?:cancer|stroke|dialysis|disab\w+|paraly\w+|diabet\w+|blind|deaf|surgery|ill|sick)\b/i,
  },
  {
    slot: 'who_works',
    words:
      /上班|洗碗|刷碗|打工|当(?:保安|保姆|服务员|环卫)|保洁|送(?:外卖|快递)|(?:找(?:到|着|了)|有)(?:了)?(?:个|份)?(?:活|工作)|found (?:a job|work)|started work/i,
    of: ['M03'],
  },
  {
    slot: 'which_cost',
    words:
      /学费|生活费|透析|化疗|药费|医药费|看病|吃药|住院|房租|护理费|康复|念大学|上大学|上学|念书|tuition|dialysis|treatment|medicine|rent|school/i,
    of: ['M02'],
  },
  {
    slot: 'cost_per_month',
    words: /(?:一个?月|每月|一年|每年|年年)[^，。,.;；]{0,14}(?:万|千|百|块|元|[\d]{3,})/,
    of: ['M02'],
  },
  {
    slot: 'what_changed',
    words:
      /搬|分户|去世|过世|出嫁|嫁(?:人|出去)|娶|生了|涨|降|找到(?:活|工作)|上班了|没了|毕业|分家|坐牢|出来了|收入(?:多|少|变|高|低)|died|married|moved|found (?:a job|work)|lost/i,
    of: ['M13'],
  },
  {
    slot: 'school',
    words:
      /(?:大学|学院|高中|职高|中专|技校|初中|中学|小学|幼儿园|\S年级)|毕业|辍学|没上学|不上学|graduated|university|college|(?:primary|middle|high) school|grade \w+/i,
    of: ['M07', 'M10', 'M11'],
  },
  {
    slot: 'caller_relation',
    words:
      /(?:我|俺)(?:的|家|(?:一个人|自己|独自)?(?:带|领|养|拉扯|看)着?)?(?:大|小|那)?(?:孙子|孙女|外孙女?|儿子|闺女|女儿|姑娘|侄子|侄女|外甥女?|外甥|孩子|娃|弟弟|妹妹|邻居|学生|班)|(?:我|俺)是[^，。,.;；]{0,6}(?:爸|妈|爹|娘|爷|奶|姥|姑|姨|叔|舅|老师|邻居|主任|书记|网格员)|\bmy (?:grandson|granddaughter|grandchild|son|daughter|child|kids?|children|nephew|niece|neighbou?r|pupil|student)|\bi am (?:his|her|their|the|a) \w+/i,
    of: ['M10', 'M11'],
  },
  {
    slot: 'child_carer',
    words:
      /(?:跟|跟着|由|靠)(?:我|俺|他|她)?(?:爷爷|奶奶|姥姥|姥爷|大伯|叔|姑|姨|舅|哥|姐|爸|妈|爹|娘|老人|我|俺)[^，。,.;；]{0,4}(?:过|住|生活|带|养|照顾)|(?:撂|扔|丢|留|搁|放)(?:给|在)(?:我|俺|爷爷|奶奶|姥姥|姥爷|老家|亲戚)|(?:我|俺|爷爷|奶奶|姥姥|姥爷)(?:一个人|自己|俩)?(?:带|拉扯|看|养|照看)(?:着|大)?(?:俩|两个|个|孩子|娃|孙|他|她)|lives? with|raised by|(?:grandma|grandmother|grandparents?) (?:looks?|takes?|raises?)/i,
    of: ['M10', 'M11'],
  },
  {
    slot: 'parents_status',
    words:
      /(?:爸|妈|爹|娘|父|母|儿子|媳妇|儿媳|parents?|father|mother|son)[^，。,.;；]{0,8}(?:坐牢|服刑|判|进去了|走了|跑了|没了|不在了|死|去世|改嫁|离婚|离了|打工|在外|失联|联系不上|不管|精神|残|喝酒|病|prison|jail|died|dead|left|away|work|divorc)/i,
    of: ['M10', 'M11'],
  },
  {
    slot: 'earlier_aid',
    words:
      /(?:给|批|领|发|办)(?:过|了)[^，。,.;；]{0,14}(?:救助|补助|钱|[千百万块]|\d{3,})|(?:上回|上次|去年|前年|上半年)[^，。,.;；]{0,10}(?:救助|补助|给的|批的)|got .{0,30}(?:aid|assistance|help)/i,
    of: ['M15'],
  },
  {
    slot: 'refused_by',
    words:
      /(?:镇|乡|苏木|街道|旗|县|民政|窗口|办事处)[^，。,.;；]{0,8}(?:说|讲|答复|不给|不批|退)[^，。,.;；]{1,}|(?:township|office|town|county)[^.]{0,20}(?:said|says|told|refused)/i,
    of: ['M16'],
  },
  {
    slot: 'cost_self_paid',
    words:
      /(?:花|欠|借|掏|赔|贷)(?:了|着|下|光)?[^，。,.;；]{0,10}(?:[一二两三四五六七八九十几\d]+多?[万千百]|精光|\d{3,})|花了个?精光|\b(?:owe|spent|paid|borrowed)\b/i,
    of: ['M05', 'M06', 'M07', 'M08'],
  },
  {
    slot: 'carer',
    words:
      /没人(?:管|照顾|照看|伺候|照应)|(?:我|俺|儿子|闺女|邻居|侄子|老伴|村里)(?:平时)?(?:伺候|照顾|照看|照应)|nobody (?:cares|looks)/i,
    of: ['M04'],
  },
];
const PARTS = /[^，。,;；！!？?\n]+/g;

/**
 * Details that a story tells of itself, in its own words, so that they are not asked: at most three clauses each. A
 * text without stops gives the words around.
 */
export function toldDetails(message: string, measure: MeasureCode | null): [string, string][] {
  const clauses = message.match(PARTS) ?? [];
  const found: [string, string][] = [];
  for (const { slot, words, of } of TOLD) {
    if (of !== undefined && (measure === null || !of.includes(measure))) continue;
    const told = clauses.flatMap((clause) => {
      const at = words.exec(clause);
      if (at === null || /(?:吗|么|呢|怎么办|咋办)$|能不能|想(?:问|申请|要)/.test(clause.slice(at.index)))
        return [];
      const plain = clause.replace(/(?:想|请|求|希望|看看?能)(?!不开).*$/, '').trim();
      if (plain.length >= at[0].length && plain.length <= 30 && words.test(plain)) return [plain];
      if (!/\p{Script=Han}/u.test(clause))
        return [
          clause
            .trim()
            .slice(0, LONGEST)
            .replace(clause.trim().length > LONGEST ? /\s+\S*$/ : /$^/, ''),
        ];
      return [
        clause.length <= 30
          ? clause.trim()
          : clause.slice(Math.max(0, at.index - 8), at.index + at[0].length + 6).trim(),
      ];
    });
    if (told.length > 0) found.push([slot, told.slice(0, 3).join('，').slice(0, LONGEST)]);
  }
  return found;
}
