import type { Entity } from '../understanding';
import { findDiseases } from './disease';

const SURNAMES = new Set([
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉佟那初奇边云敖晁迟仝母娄付阿布候党刁原井代计巩戚宗',
]);
const LONG_SURNAMES = ['欧阳', '司马', '上官', '诸葛', '司徒', '慕容', '尉迟', '皇甫'];
/** Characters with which Mongolian names are written in Chinese: 乌云其木格, 巴雅尔, 斯琴高娃. */
const MONGOLIAN = new Set([
  ...'阿艾安敖奥巴白拜宝保鲍包毕布朝查楚达代道德敦恩额高格根古哈海浩呼花吉嘉金卡兰朗勒力丽利娜曼玛满米木莫苗那尼诺其奇齐琴青仁荣如萨赛桑沙斯苏索塔陶特腾天铁图托娃旺乌西希锡晓兴雅亚彦伊音英永尤裕云扎哲珍珠卓孙都日召登迪丹宁和尔胡牧民乐门套干日拉图鲁嘎仓毛脑吐蒙古舍冷洛占春叶额丽思勤套迪嘎娜仁图雅孟毕力格夫善照松嘎林桂热',
]);
const NOT_NAME =
  /^(?:不|没|别|啥|什|甚|我|你|他|她|咱|俺|这|那个|那边|保密|匿名|算了|随便|先生|女士|同志|电话|爱|名字|群众|好心|来|过|救|醒|车|了|人|都|个|什么|做|作|停|板)/;
const STOP = new Set([
  ...'我你他她它是在住今家电的有想要男女，。,.、；;：: 这那不了就也都来说手联村户咱俺现身和跟岁年对',
]);
const INTRO =
  /(?:我叫|俺叫|咱叫|名叫|名字叫|名字是|姓名|本人叫|他叫|她叫|孩子叫|老人叫|叫做|我是叫|我姓名)(?:是|为|：|:)?\s*|本人(?=[\u4e00-\u9fff]{2,4}[，,（(])/g;
const SURNAME_ONLY = /(?:我|俺|免贵)?姓(?:是|：|:)?\s*([\u4e00-\u9fff])/g;
const ENGLISH =
  /\b(?:[Mm]y name is|[Ii] am called|[Nn]ame:?|[Mm]y name's|[Tt]his is)\s+([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})/g;

/** 王福贵，13800001234: a name in front of its telephone. */
const BEFORE_PHONE =
  /(?<=^|[，,。；;\s])([\u4e00-\u9fff]{2,4})(?:[，,、：:\s]|电话|手机|号码|是)*(?=1[3-9]\d{9}(?!\d))/g;

/** Names that people give of themselves or of the person concerned, after 我叫, 姓名, my name is. */
export function findPersonNames(text: string): Entity[] {
  const found: Entity[] = [];
  if (/叫|姓|本人|名/.test(text)) {
    for (const match of text.matchAll(INTRO)) {
      const start = match.index + match[0].length;
      const value = nameAt(text, start);
      if (value !== undefined) found.push({ kind: 'person_name', start, end: start + value.length, value });
    }
    for (const match of text.matchAll(SURNAME_ONLY)) {
      const start = match.index + match[0].length - 1;
      const taken = found.some((other) => other.start <= start && start < other.end);
      if (!taken && SURNAMES.has(match[1]!))
        found.push({ kind: 'person_name', start, end: start + 1, value: match[1]! });
    }
  }
  if (/1[3-9]\d{9}/.test(text)) {
    for (const match of text.matchAll(BEFORE_PHONE)) {
      const [, value = ''] = match;
      const known = found.some(({ start }) => start === match.index);
      if (!known && nameAt(value, 0) === value)
        found.push({ kind: 'person_name', start: match.index, end: match.index + value.length, value });
    }
  }
  if (/[a-z]/i.test(text)) {
    for (const match of text.matchAll(ENGLISH)) {
      const start = match.index + match[0].length - match[1]!.length;
      found.push({ kind: 'person_name', start, end: start + match[1]!.length, value: match[1]! });
    }
  }
  return found;
}

/** The name in a short answer ("许凤兰", "我叫敖登", "姓贾"), or undefined where it holds none or is refused. */
export function parsePersonName(answer: string): string | undefined {
  const introduced = findPersonNames(answer)[0];
  if (introduced) return String(introduced.value);
  const bare = answer
    .trim()
    .replace(/^(?:是|叫|我是|俺是|他是|她是)/, '')
    .replace(/[。.!！~\s]+$/, '');
  if (/^[A-Z][A-Za-z'-]*(?: [A-Z][A-Za-z'-]*){0,3}$/.test(bare)) return bare;
  const name = nameAt(bare, 0);
  // 高 is a surname, 高血压 is none.
  if (findDiseases(bare)[0]?.start === 0) return undefined;
  return name !== undefined && (name.length === bare.length || STOP.has(bare[name.length]!))
    ? name
    : undefined;
}

function nameAt(text: string, start: number): string | undefined {
  const rest = text.slice(start, start + 12);
  if (rest.length < 2 || NOT_NAME.test(rest)) return undefined;
  let mongolian = 0;
  while (mongolian < rest.length && MONGOLIAN.has(rest[mongolian]!)) mongolian += 1;
  if (mongolian >= 4 && mongolian <= 8) return rest.slice(0, mongolian);
  const surname =
    LONG_SURNAMES.find((long) => rest.startsWith(long)) ?? (SURNAMES.has(rest[0]!) ? rest[0]! : undefined);
  if (surname === undefined) return mongolian >= 2 ? rest.slice(0, mongolian) : undefined;
  const whole = /^[\u4e00-\u9fff]{2,3}(?=[，。,.、；;：:！!？?\s（(]|$)/.exec(rest)?.[0];
  if (whole !== undefined && whole.length > surname.length && !/[我你他她在]/.test(whole)) return whole;
  let end = surname.length;
  while (
    end < rest.length &&
    end < surname.length + 2 &&
    /[\u4e00-\u9fff]/.test(rest[end]!) &&
    !STOP.has(rest[end]!)
  )
    end += 1;
  if (mongolian > end && STOP.has(rest[mongolian] ?? '，')) end = mongolian;
  return end > surname.length ? rest.slice(0, end) : undefined;
}
