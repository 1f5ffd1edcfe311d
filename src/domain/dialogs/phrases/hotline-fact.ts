/** Questions whose answer is a plain fact, whatever they were taken for. The answers are in wording.yml under `fact.`. */
export type HotlineFact =
  | 'fraud'
  | 'real_or_not'
  | 'text_alarm'
  | 'hukou'
  | 'allowance'
  | 'temporary'
  | 'destitute'
  | 'ticket_number'
  | 'illiterate';

const STRANGER =
  '(?:打电话|来电|电话里|短信|微信|加我|陌生|自称|冒充|有人说|说是|他们说|刷单|中奖|退款|链接)';
const MONEY =
  '(?:打钱|转[^，。]{0,6}(?:钱|账|款|万|千|块)|汇|(?:打|交|要|收|给)[^，。]{0,6}(?:钱|万|千|块|费|款|金)|验证码|卡号|保证金|手续费|安全账户)';
const TERM = '(?:是|叫)?(?:个)?(?:啥|什么|甚|什么样)(?:的)?(?:意思|东西|玩意|叫)?|(?:怎么|咋)讲|解释';
const term = (name: string) =>
  new RegExp(
    `(?:${name})[^，。,]{0,4}(?:${TERM})(?:啊|呀|呢|吗|[?？。])*$|(?:啥|什么|甚)(?:叫|是)(?:做|个)?(?:${name})`,
  );
const FACTS: readonly (readonly [HotlineFact, RegExp])[] = [
  [
    'text_alarm',
    /(?:短信|打字|发信息|微信|不能说话|说不了话).{0,8}(?:报警|报110|求救)|(?:聋|哑|听不见|不会说话).{0,24}报警|text (?:the police|110|for help)|(?:deaf|mute)[^.]{0,40}(?:police|emergency|alarm)/i,
  ],
  [
    'fraud',
    new RegExp(
      `${STRANGER}[^。]{0,50}${MONEY}[^。]{0,50}(?:骗|真的(?:假的|吗|还是)|是真是假|能信|可信|诈)|${MONEY}[^。]{0,40}${STRANGER}[^。]{0,30}(?:骗|真的(?:假的|吗|还是)|能信)|(?:骗|诈)[^。]{0,20}(?:转账|转了|汇了)|(?:phone|called|call|message|text)[^.]{0,60}(?:money|transfer|yuan|pay|code)[^.]{0,60}(?:scam|fraud|real\\?|true\\?)`,
      'i',
    ),
  ],
  [
    'real_or_not',
    new RegExp(
      `${STRANGER}[^。]{0,60}(?:真的(?:假的|吗|还是)|是真是假|是不是(?:真的|骗)|能信|可信|骗子|骗人)|(?:message|call|text)[^.]{0,60}(?:is it|was it|real|genuine|true)\\b`,
      'i',
    ),
  ],
  ['hukou', term('户口|户籍')],
  ['allowance', term('低保')],
  ['temporary', term('临时救助')],
  ['destitute', term('五保|特困')],
  ['ticket_number', term('单号|工单')],
  [
    'illiterate',
    /^(?:我|俺)?(?:老了)?(?:不识字|不认字|不会写字|不会打字|没念过书|看不清字)[^，。]{0,6}[。]?$/,
  ],
];
const LONGEST = 90;

export function hotlineFact(text: string): HotlineFact | undefined {
  return text.length > LONGEST ? undefined : FACTS.find(([, pattern]) => pattern.test(text))?.[0];
}
