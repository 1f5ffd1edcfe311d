/** The page is hard to read, or writing is hard: 字太小, 眼睛花, 不会打字. */
const HARD =
  /(?:眼(?:睛|神)?|老花)[^，。,]{0,6}(?:花|看不(?:清|见)|不好|不行|不中用|模糊)|老花眼?|看不清(?:楚)?(?:字|屏|手机|这)|字(?:也|都|太|这么|实在)+小|字(?:看不清|认不全)|不(?:会|咋会|太会)(?:打字|写字|用手机|弄手机)|打字(?:太?慢|费劲|困难|不行)|\b(?:can(?:no|')t|hard to) (?:read|see)[^.]{0,20}(?:screen|letters|text|small)|(?:letters|text|print) (?:is|are) too small|(?:poor|bad|weak) (?:eyes|eyesight)|can(?:no|')t type/i;
const WANTS =
  /^(?:好|行|嗯|要|那)?[，,\s]*(?:给我|帮我|能不能|可以|我)?(?:要|换|用|来|改|调)?(?:成|个|到)?(?:大字(?:版)?|字(?:换|调|弄)?大(?:一?点|一些|些)?|长辈版|老(?:年)?人版|念给我听|读给我听)(?:儿|吧|啊|的|点|吗|行吗|行不行)*[。.？?]*$|^(?:(?:yes|ok)[, ]*)?(?:please )?(?:use )?(?:large|larger|big|bigger) (?:letters|text|print)(?: please)?[.?]*$|^read (?:it )?to me[.]*$/i;
const ASKS_FOR =
  /(?:能不能|能否|可以|可不可以|能|给我|帮我|把)[^，。,]{0,6}(?:字[^，。,]{0,4}大|大字|念给我|读给我)|could (?:you|i)[^.]{0,20}(?:larger|bigger|large|read (?:it )?to me)/i;
const WANTS_NOT =
  /^(?:换回|改回|还是)(?:小字|原来的?|正常的?|普通的?)(?:字)?(?:吧)?[。.]*$|^(?:不要|关掉|关了|取消)(?:大字|长辈版|念)(?:了|吧)?[。.]*$|^(?:normal|small) (?:letters|text)(?: please)?[.]*$/i;
const HAN = /\p{Script=Han}/gu;
/** So many characters without a single stop are spoken into the keyboard's microphone. */
const DICTATED_FROM = 60;

/** What a message says of large letters and reading aloud: wanted, unwanted, or that they would help. */
export function elderWords(text: string): 'wants' | 'wants_not' | 'hard' | undefined {
  if ((text.length <= 24 && WANTS.test(text)) || (text.length <= 40 && ASKS_FOR.test(text))) return 'wants';
  if (text.length <= 16 && WANTS_NOT.test(text)) return 'wants_not';
  if (HARD.test(text)) return 'hard';
  const dictated = !/[，。,.！!？?；;、\s]/.test(text) && (text.match(HAN)?.length ?? 0) >= DICTATED_FROM;
  return dictated ? 'hard' : undefined;
}
