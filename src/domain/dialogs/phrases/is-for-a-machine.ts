const ORDERS =
  /忽略.{0,12}(?:指令|规则|设定|提示|要求)|开发者模式|(?:系统|初始)提示词|<\/?(?:system|user|assistant)>|(?:扮演|假装你是|你现在是一个)|ignore (?:all |any )?(?:previous|prior|the|your) (?:instructions|rules|prompts?)|system prompt|jailbreak|drop table|select \* from/i;
const TASKS =
  /指令|数据库|密码|password|写(?:一?首|个|篇)(?:诗|歌|作文|小说|代码)|讲个(?:笑话|故事)|笑话|天气|唱(?:首|个)|翻译|现在几点|股票|彩票|\b(?:poem|joke|weather|translate|lottery|stock)\b/i;

/** Orders to a machine, or pastimes asked of it: text like any other, and no matter of the service. */
export function isForAMachine(text: string): boolean {
  return ORDERS.test(text) || (text.length <= 30 && TASKS.test(text));
}
