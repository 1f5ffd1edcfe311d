import type { MeasureCode } from '../../understanding/labels';
import type { ScoredMeasure } from '../../understanding/understanding';
import { saysLack } from './says-lack';

/** Needs that are nothing without words of their own: a message that lacks them is about something else. */
const CUES: Partial<Record<MeasureCode, RegExp>> = {
  M02: /扣|算收入|收入|超标|花费|开销|学费|药费|deduct|income|expens|cost/i,
  M03: /上班|打工|找到|工作|活|收入|挣|工资|渐退|停(?:了|掉)?低保|job|work|wage|earn/i,
  M06: /疫|封|隔离|病毒|核酸|lock|epidemic|covid|quarantin/i,
  M05: /失业|没活|停工|下岗|工作|工地|打工|散了|裁|辞|没(?:了)?活|不要我|厂|job|work|unemploy|laid off|company|factory/i,
  M07: /毕业|大学|大专|学生|上学|念书|创业|开店|开了|年轻|实习|考|graduat|student|start-?up|founder|young|school|college|shop/i,
  M12: /邻居|村里|嘎查|户|他家|她家|人家|那家|学生|老人|老汉|老太|反映|网格|走访|别人|路边|流浪|同|neighbo|family|old|villag|someone|people/i,
  M15: /上(?:次|回|一回)|之前|以前|头(?:一)?[回次笔]|第[一二两]?[回次笔]|分(?:两|几)|再(?:给|申请|救)|又|用完|花完|还(?:是)?困难|已经(?:给|领)|给(?:过|了)|批(?:过|了)|不够|不顶|earlier|last time|first|again|before|used up|more help/i,
  M16: /没(?:有)?权|无权|权限|权力|批不了|不能批|做不了主|等(?:县|旗|市|区|上)|报(?:县|旗|市|区|上)|额度|上限|超过|备用金|自己(?:能)?批|县里(?:才|来)?批|旗里(?:才|来)?批|decide|authori|may not|upper|county has to|limit/i,
  M17: /坐(?:到|在)?一(?:块|起)|都推|局[^。]{0,20}局|几样|好几样|开(?:个)?会|一事一议|研究|一起商量|商量|联席|几家|几个部门|好几个(?:部门|单位|地方)|推来推去|踢皮球|互相推|都说(?:不|没)|归.{0,6}管|残联[^。]*医保|民政[^。]*(?:残联|医保|住建|人社)|专门|特事特办|several|offices|department|joint|nobody|each/i,
};
const MEETING =
  /一事一议|坐(?:到|在)?一块|开(?:个)?会[^，。]{0,6}(?:研究|商量|定)|专门研究|联席|坐(?:到|在)一起|一起商量|joint (?:meeting|decision)/i;
const DEATH =
  /(?:没钱|没法|拿啥|咋|怎么)[^，。]{0,4}(?:发送|安葬|下葬|火化|办丧|办后事)|棺材|丧葬|后事(?:没|都)?/;
/** Further help after earlier aid, by its own name. */
const FURTHER =
  /(?:跟进|后续|二次|再次|分阶段|分期)救助|第二(?:笔|次|期)(?:救助|钱|款)?(?:一直|还)?(?:没|什么时候)|接着救助|(?:上(?:次|回)|之前|去年|春天|前阵子)[^。]{0,14}(?:救助|那笔钱)[^。]{0,10}(?:花完|用完|花没|花光|不够)|received (?:temporary )?(?:assistance|aid|help)[^]{0,120}(?:used up|further|goes on)|further (?:help|assistance|aid)/i;
/** How sure a need is that its own words name. */
const NAMED = 0.9;

/** The needs of a message without those that no word of it speaks for; unchanged where none would be left. */
export function refineMeasures(text: string, measures: readonly ScoredMeasure[]): readonly ScoredMeasure[] {
  const named = MEETING.test(text)
    ? 'M17'
    : FURTHER.test(text)
      ? 'M15'
      : DEATH.test(text)
        ? 'M08'
        : undefined;
  const kept = measures.filter(({ id }) => {
    if (id === named) return false;
    return id === 'M14'
      ? saysLack(text) || /房|屋|今|急|tonight|today|now/i.test(text)
      : (CUES[id]?.test(text) ?? true);
  });
  const first = named === undefined ? [] : [{ id: named, p: NAMED } as const];
  return first.length + kept.length === 0 ? measures : [...first, ...kept];
}
