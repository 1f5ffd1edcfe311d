import type { PlaceRole } from './place';

/** Words that say how a place stands to the person: just before the place, or just after it. First match wins. */
const BEFORE: readonly (readonly [PlaceRole, RegExp])[] = [
  ['present', /(?:回到?了?(?:老家|原籍|家乡|村里?)|[在住回]到?了?娘家)[^,，。；;!！?？]{0,2}$/u],
  ['registered', /(?:户口|户籍|籍贯|祖籍|老家|原籍|本籍|来自|registered|hukou|hometown|originally from)[^,，。；;!！?？]{0,8}$/u],
  ['former', /(?:原来|原先|以前|从前|过去|曾经?[在到于]?|早先|娘家|搬出|离开|used to live)[^,，。；;!！?？叫的]{0,6}$/u],
  ['event', /(?:事发|案发|出事|发生|事故|路过|地点)[^,，。；;!！?？]{0,5}$/u],
  ['work', /(?:工地|单位|厂子|打工|上班|干活|务工|公司|矿上|i work|working|work in|work at)[^,，。；;!！?？]{0,5}$/u],
  ['school', /(?:学校|上学|念书|读书|上大学|念大学|school)[^,，。；;!！?？]{0,5}$/u],
  ['other_person', /(?:爷爷|奶奶|姥爷|姥姥|爸|妈|父亲|母亲|父母|老人|爹|娘|公公|婆婆|婆家|哥|弟|姐|妹|叔|姑|姨|舅|儿子|女儿|闺女|孙子|亲戚|邻居|同学|同事|老师|朋友|大爷|大娘|卖家|他|她|my (?:grandma|grandpa|father|mother|parents|brother|sister|son|daughter|uncle|aunt|friend|neighbou?r)|grandmother|grandfather)[^,，。；;!！?？我]{0,8}$/u],
  ['present', /(?:现住|现在|住在|家住|住址|地址|家在|我家|我们家|这边|目前|人在|搬到|嫁到|辖区|live in|living in|lives in|i am in|i'm in|we are in)[^,，。；;!！?？]{0,6}$/u],
  ['present', /[在住][^,，。；;!！?？]{0,2}$/u],
]; // prettier-ignore
const AFTER: readonly (readonly [PlaceRole, RegExp])[] = [
  ['former', /^[^,，。；;!！?？在]{0,4}(?:搬走|搬来|嫁过来|当过?兵|服役|插队|退伍)/u],
  ['registered', /^(?:的?户口|的?户籍|老家(?!住|生活|呆|待)|来的|过来的|嫁来|(?:本地)?人(?![民口]))/u],
  ['event', /^[^,，。；;!！?？在]{0,8}(?:打.{0,2}工|干活|上班|务工|工地).{0,1}(?:摔|受.{0,2}伤|出了?事|被骗|被欠|被困)/u],
  ['work', /^[^,，。；;!！?？在]{0,8}(?:工地|打.{0,4}工|上班|干活|务工|做工|当保安|当保姆|出差|挖煤|跑车|绑钢筋|放羊|种地|租地)/u],
  ['school', /^[^,，。；;!！?？在]{0,6}(?:上学|念书|读书|上(?:大学|高中|初中|大专|小学|中学|职高)|念(?:大学|高中|初中|大专)|读(?:大学|高中|初中|大专))/u],
  ['event', /^[^,，。；;!！?？在]{0,8}(?:出了?车祸|出了?事|被撞|被打|摔伤|摔断|受伤|丢了|迷路)/u],
]; // prettier-ignore

/** Not the place of the matter: a hospital, a journey, a stay. */
const PASSING =
  /^[^,，。；;!！?？]{0,10}(?:住院|看病|医院|手术|治病|坐车|的车|坐火车|下车|转车|回来|旅游|出差|看过病)|^回(?![民不])/u;
const PASSING_BEFORE = /(?:从|去|路过|经过|途经|坐车到|往|(?<![嫁搬来回迁住])到)[^,，。；;!！?？在]{0,2}$/u;

/** Cue words, as a break between two addresses. */
export const ROLE_BREAK =
  /户口|户籍|老家|籍贯|原籍|娘家|原来|原先|以前|现住|现在|住在|人在|家在|家是|家住|我家|们家|工地|打工|上班|上学|念书|学校|搬到|嫁到|来的|过来|可是|但是|父母|儿子|女儿|闺女|我爸|我妈|在(?=[^,，。]{0,2}$)|回(?=[^,，。]{0,1}$)|是(?=[^,，。]{0,1}$)/u;

export interface RoleReading {
  readonly role: PlaceRole | null;
  /** Mentioned in passing: a hospital, a journey. */
  readonly passing: boolean;
}

/** 娘家在 X，现在住娘家: a wife who went back to her parents is there now. */
const WITH_PARENTS = /[住回][了到在]{0,2}娘家/u;

/** `before` and `after` are the stretches of text between the place and its neighbours, `text` the whole. */
export function readRole(before: string, after: string, text: string): RoleReading {
  const head = before.length > 18 ? before.slice(-18) : before;
  const tail = after.length > 16 ? after.slice(0, 16) : after;
  const passing = PASSING.test(tail) || PASSING_BEFORE.test(head);
  for (const [role, cue] of AFTER) if (cue.test(tail)) return { role, passing };
  for (const [role, cue] of BEFORE)
    if (cue.test(head))
      return {
        role: role === 'former' && head.includes('娘家') && WITH_PARENTS.test(text) ? 'present' : role,
        passing,
      };
  return { role: null, passing };
}
