import type { MeasureCode } from '../../understanding/labels';

/** Words without which a message does not speak of a need beside its first one. */
const CUES: Partial<Record<MeasureCode, RegExp>> = {
  M01: /低保|没(?:有|啥|什么)?收入|挣不|吃低|allowance|no income/i,
  M02: /扣|算收入|deduct/i,
  M03: /上班|找到(?:工作|活)|渐退|found (?:a job|work)/i,
  M04: /五保|特困|敬老院|养老院|five.guarantee/i,
  M05: /失业|没活|停工|下岗|没(?:有)?工作|散了|裁|lost (?:his|her|my|the) job|unemployed/i,
  M06: /疫|封(?:控|了|村|小区|路)|隔离|lock/i,
  M07: /毕业|大学|学生|创业|graduat|student|start-?up/i,
  M08: /病|伤|车祸|着火|火灾|手术|住院|欠|债|塌|淹|灾|死|摔|透析|化疗|癌|fire|accident|ill|operation|debt|hospital/i,
  M09: /老人|老太|老汉|老两口|老爷|爸|妈|爹|娘|爷|奶|额吉|阿爸|独居|空巢|old |elder|mother|father|grand/i,
  M10: /孩子|娃|儿童|孙|上学|小学|学生|留守|child|kid|grandson|granddaughter/i,
  M11: /孩子|娃|儿童|孤儿|孙|残疾儿|child|orphan|kid/i,
  M14: /今晚|今天|今夜|断|没吃|没米|没面|没煤|饿|冻|没地方|tonight|today|hungry|no food/i,
  M15: /上(?:次|回)|之前(?:给|批|领)|用完|花完|earlier|last time/i,
  M19: /煤|面|米|衣|被|药|轮椅|护理|照料|伺候|做饭|拐|尿|coal|flour|cloth|medicine|wheelchair|nurs/i,
  M20: /志愿者|义工|心理(?:疏导|辅导|咨询|医生)|社工|慈善|counsel|charity/i,
};

/** Does the message itself name this need? A probability alone is too little for a second ticket. */
export function namesNeed(text: string, measure: MeasureCode): boolean {
  return CUES[measure]?.test(text) ?? false;
}
