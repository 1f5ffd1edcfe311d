import { isHan } from './fold-text';

/** 叫 X is a name; 现在叫 X, 地名叫 X is a place. */
const CALLED = /(?:叫|姓名|名字|姓|联系人|户主|名)[:是为叫做 ]{0,2}$/u;
const PLACE_CALLED =
  /(?:现在|以前|原来|过去|地方|地名|那儿|改|村名|镇名|旗名|村|镇|旗)(?:叫|名)[:是做 ]{0,2}$/u;
const KIN =
  /(?:爷爷|奶奶|姥爷|姥姥|爸爸?|妈妈?|父亲|母亲|哥哥?|弟弟?|姐姐?|妹妹?|儿子|女儿|闺女|丈夫|媳妇|老公|老婆|邻居|孩子|孙子|主任|书记|会计|村长|镇长)$/u;
const TITLE =
  /(?:书记|支书|主任|村长|会计|队长|老板|干部|乡长|镇长|所长|医生|大夫|校长|叫|给|跟|和|让|被|找)$/u;
const PERSON_AFTER =
  /^(?:今年|[,，]?\d+岁|[借欠骂打赖偷把]|说[我他她]|把我|他[妈]?|她|先生|女士|同志|大爷|大娘|老师|大夫)/u;
/** Frequent surnames, without those that are also function words or ends of place words. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范姚谭廖邹熊陆郝孔崔康邱秦顾侯邵孟龙万段雷钱汤尹黎武乔贺赖龚';

/** Whether the bare place name at [start, end) is a person here: 村长叫宝力根, 张东胜借我两万. */
export function isPersonName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  if (CALLED.test(before) && !PLACE_CALLED.test(before))
    return !/^(?:这边|那边|的)/u.test(text.slice(end, end + 2));
  const after = text.slice(end, end + 4);
  if (KIN.test(before) && PERSON_AFTER.test(after)) return true;
  if (end - start !== 2 || start === 0 || !SURNAMES.includes(text.charAt(start - 1))) return false;
  return (
    start === 1 ||
    !isHan(text.charCodeAt(start - 2)) ||
    TITLE.test(text.slice(Math.max(0, start - 4), start - 1)) ||
    PERSON_AFTER.test(after) ||
    (text.charAt(start - 2) === '是' && /^(?:[^一-鿿]|$)/u.test(after))
  );
}
