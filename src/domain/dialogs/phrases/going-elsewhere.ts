const LEAVING =
  /^(?:那|好|行|嗯|你)?[，,\s]*(?:我|俺)?(?:得|要)?先(?:去)?(?:忙|下线|干活|放羊|放牛|做饭|上班|接孩子|挂|下)(?:去|活)?(?:了|会儿?|一会儿?|一下)?[。.！!，,\s]*(?:(?:待会儿?|一会儿?|等会儿?|晚点|晚上|明天|改天|回头)再(?:来)?(?:说|聊|弄|填|接着说?))?[。.！!\s]*$|(?:待会儿?|一会儿?|等会儿?|晚点|晚上|明天|改天|回头)(?:我)?再(?:来)?(?:接着|继续)|\bi(?:'ll| will) (?:go on|continue|come back|finish)(?: this)? (?:later|tomorrow|tonight)\b/i;
const ELSEWHERE =
  /(?:换(?:个|一个)?|在|用|到|去)(?:手机|电脑|地方|号|微信|电话|网)(?:上)?.{0,8}(?:接着|继续|还能说|能说)|(?:怎么|咋)(?:样)?(?:接着|继续)(?:说|填|办)|(?:go on|continue) (?:on|from) (?:my|another|a different) (?:phone|computer|device)/i;

/** "我先去忙，晚上再接着说", "换个手机能接着说吗": the talk is to go on later, or in another place. */
export function goesElsewhere(text: string): boolean {
  return text.length <= 30 && (LEAVING.test(text) || ELSEWHERE.test(text));
}

const BEGUN =
  /(?:刚才|刚刚|上次|上回|昨天|前天|今早|早上|之前|前几天|那天)?.{0,8}(?:网(?:上|页)|微信|电话(?:里|上)|手机上|电脑上|别的(?:手机|号)|另一个(?:手机|号)|你们(?:那|这)儿?).{0,10}(?:说|填|弄|报|办|聊|登记)(?:到|了|过)?(?:一半|半截|半道|没说完|没填完|没弄完)|(?:说|填|弄|报|办|聊|登记)(?:到|了)?(?:一半|半截).{0,12}(?:接着|继续|接上)|(?:接着|继续|接上)(?:上次|上回|刚才|刚刚|昨天|前天|之前|原来)|接续码|\bresume code\b|\bi (?:started|began|was half way|got half way)\b.{0,30}\b(?:online|on the (?:web|phone|page)|on wechat|elsewhere)\b/i;

/** "我刚才在网上说到一半": a case was begun in another conversation. */
export function begunElsewhere(text: string): boolean {
  return text.length <= 80 && BEGUN.test(text);
}
