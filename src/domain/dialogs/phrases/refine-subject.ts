import type { Subject } from '../../understanding/labels';

const SOMEBODY_ELSE =
  /邻居|隔壁|对门|前院|后院|村里(?:有|的|一|那)|我们?村|本村|嘎查(?:里)?(?:有|的|一)|有(?:一|个|这么)?(?:户|家人?|个?(?:老|女|男|小|孩|妇|残|疯|流浪))|他家|她家|他们家|人家|那家|学生|[我本]班|路边|楼[上下]|老乡|同村|工友|同事|同学|朋友|战友|乞丐|流浪|网格|辖区|走访|老.头|老汉|老太|老爷子|侄|外甥|那(?:人|个人|位)|neighbo|\b(?:friend|student|pupil|colleague|villager|homeless)|\b(?:an? |the )?old (?:man|woman|lady|couple|people)\b/i;
const OWN =
  /我家|我们家|俺家|俺们家|咱家|家里|家中|我们一家|我和|我跟|\b(?:we|our|us)\b|\bmy (?:family|household|house|home|wife|husband|son|daughter|kids?|child(?:ren)?)\b/i;

/** The writer says who they are, and that it is about them: an old person alone, a destitute one. */
const ABOUT_ONESELF =
  /(?:^|[，,。\s])(?:我|俺|咱)(?:是|就是)?(?:个|一个)?(?:五保|特困|低保|孤寡|残疾|独居|孤老|光棍|寡妇)|(?:^|[，,。\s])(?:我|俺|咱)(?:今年|都|也|快|已经|一个|自己|自个儿|这)*(?:[6-9]\d|10\d|[六七八九]十[一二三四五六七八九]?)(?:岁|多|了|，|的人)|(?:^|[，,。\s])(?:我|俺|咱)(?:是)?(?:无儿无女|没儿没女|孤身|一个人(?:住|过|在家))|\bi (?:am|'m) (?:an? )?(?:\d\d|old|disabled|blind)[^.]{0,20}(?:live|living) alone|\bi live alone/i;
const IN_OFFICE =
  /我们?是[^，。]{0,8}(?:网格|志愿|社工|老师|书记|村医)|邻居|隔壁|对门|反映|neighbo|\bi am a (?:teacher|volunteer)/i;
const KIN =
  /我(?:家|们)?(?:爸|妈|爹|娘|爷|奶|姥|公公|婆婆|大爷|大伯|叔|婶|舅|姨|姑|哥|姐|弟|妹|孙|儿|闺女|女儿|侄|外甥|老伴|老人)|\bmy (?!name|phone|house|home)\w+/i;
const NEXT_DOOR =
  /^(?:您好|你好)?[，,\s]*(?:我|俺)?(?:家|们)?(?:的)?(?:邻居|隔壁|对门)[^，。]{0,6}(?:老|大|小|家|姓|他|她|两口|一户|没人)/;
/** "我们棋杆梁村有个寡妇", "我村村民吴占山一家": a household that is pointed out, and not the writer's own. */
const POINTED_OUT =
  /(?:我们?|俺们?|咱们?|本)(?!家)[^，。,；;是叫家]{0,14}(?:村|嘎查|屯|队|社区|小区|楼)(?:里|上)?(?:头)?(?:的)?(?:有(?:这么)?(?:个|一|户|家)[^，。,]{0,8}(?:寡妇|户|家|老|人|娃|孩|残|疯|光棍|后生|姑娘|媳妇|妇女|小子|汉|两口|低保|五保)|(?:村民|住户|居民|牧民|牧户|贫困户))/;
const GRANDCHILD = /我(?:的)?(?:孙子|孙女|外孙)/;

/**
 * Puts right a "somebody else" where a message speaks of nobody but the writer's own household: people leave the "we"
 * out. Everything else stays as it was understood.
 */
export function refineSubject(text: string, understood: Subject): Subject {
  if (
    understood === 'self' &&
    (NEXT_DOOR.test(text) || (POINTED_OUT.test(text) && !KIN.test(text) && !ABOUT_ONESELF.test(text)))
  )
    return 'other';
  if (understood !== 'self' && ABOUT_ONESELF.test(text) && !KIN.test(text) && !IN_OFFICE.test(text))
    return 'self';
  if (understood === 'other' && GRANDCHILD.test(text) && !IN_OFFICE.test(text)) return 'family';
  return understood === 'other' && !SOMEBODY_ELSE.test(text) && !POINTED_OUT.test(text) && OWN.test(text)
    ? 'self'
    : understood;
}
