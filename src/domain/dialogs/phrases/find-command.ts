/** What a person asks of the talk itself, whatever question is open. */
export type Command = 'handoff' | 'cancel' | 'restart' | 'resume' | 'thanks' | 'wait' | 'greeting' | 'bye';

const HANDOFF =
  /转(?:接)?(?:一?个?|到)?(?:人工|真人|客服|接线员|话务员|工作人员)|(?:找|要|叫|换|接)(?:一?个|个)?(?:人工|真人|活人|客服|接线员|话务员|能说话的人)|^人工(?:服务|客服|坐席)?[。！!~]*$|(?:给我|帮我|替我|你给|你们?)(?:找|换|叫|喊)(?:一)?个人(?:来)?(?:说|讲|接|跟我.{0,3}|和我.{0,3}|吧)?[。！!~\s]*$|(?:跟|和|同)(?:你|机器|机器人|电脑)(?:人)?(?:说|聊|讲|谈)(?:不清|不明白|不通|不了|没用)|(?:不|别)(?:想)?(?:跟|和|同)(?:你|机器|机器人|电脑)(?:人)?(?:说|聊|讲|谈)|(?:跟|和|同)(?:真人|活人|人工|工作人员)(?:说|聊|讲|通话)|\b(?:human|real person|live (?:agent|person)|operator|representative)\b.*(?:please|\?|now)?$|(?:speak|talk|chat) (?:to|with) (?:a |an |some|the )?(?:person|human|operator|agent|someone|somebody|staff)|transfer me/i;
/** "Are you a real person": a question, no request for one. */
const WHO_IS_IT = /^(?:so |well,? )?(?:are|is) (?:you|this|that|it|there)\b|^(?:你|您)们?(?:是|到底)/i;
const CANCEL =
  /^(?:那|那就|哎|唉)?(?:算了|取消|不办了|不申请了|不弄了|不搞了|不报了|不填了|不用办了|不问了|撤了|撤销|不用了|先不办|不想办了|我不办了|不整了|别办了|cancel|stop|never ?mind|forget it|i changed my mind|quit)(?:了|吧|啦|哈|呢|it|this|please)?(?:[，,。\s]*(?:不办了|不申请了|不弄了|不填了|不报了|不用了|谢谢.{0,3}|我再想想|改天再说|以后再说|太麻烦了?|麻烦|thanks?|thank you))*[。.！!~\s]*$/i;
const CANCEL_WITHIN =
  /^(?:那|唉|哎)?(?:就)?(?:算了|不说了|不反映了|不举报了|不投诉了)[，,\s]*(?:算了|吧|了|不说了|不反映了|不举报了)*[，,\s]*(?:你)?(?:就)?(?:当我没(?:说|来|问)(?:过)?)|^(?:你)?(?:就)?当我没(?:说|来|问)(?:过)?|^(?:那|我)?(?:要|想)?(?:撤单|撤回|把单子撤了)|^(?:那|唉|哎)?算了[，,\s]*不(?:说|反映|举报|投诉|提)了|(?:我|这个|这事|申请)?(?:不办了|不申请了|不想办了|不想申请了)(?:[，,。！!]|$)|取消(?:这个|本次)?(?:申请|登记)|cancel (?:the|this|my) (?:application|request|case)/i;
const RESTART =
  /^(?:我?(?:想|要)?)?(?:重新(?:来|开始|填|说|弄)|从头(?:来|开始|说)|重来|重填|start (?:over|again)|restart|from the beginning)(?:吧|一遍|一下|一次|过)*[。.！!~\s]*$/i;
const RESUME =
  /^(?:我)?(?:接着|继续)(?:来|办|说|填|弄|上次(?:的|那个)?|刚才(?:的|那个)?)?(?:吧|啊|呗)?[。.！!~\s]*$|^(?:go on|continue|resume)[.!\s]*$/i;
const THANKS =
  /^(?:好的?|嗯|行|那|太|非常|真是)*[，,\s]*(?:谢谢|多谢|感谢|谢了|辛苦了?|麻烦(?:你|您)了|thanks?|thank you|thx|баярлалаа)(?:你|您|您了|你了|啊|啦|哈|您们|你们|so much|very much|a lot)*[。.！!~\s]*$|^ᠪᠠᠶᠠᠷᠯᠠᠯ/i;
const WAIT =
  /^(?:你|您)?(?:等(?:一下|下|会儿?|等|我)|稍等(?:一下)?|我(?:去)?(?:找找|看看|问问|翻翻)(?:电话|本子|户口本|孩子)?|hold on|wait|one (?:moment|minute|sec(?:ond)?)|just a (?:moment|minute|sec))(?:啊|哈|吧|，.{0,8})?[。.！!~\s]*$/i;
const GREETING =
  /^(?:您好|你好|喂|在吗|在么|在不在|有人吗|有人没|哈喽|早上好|下午好|晚上好|hello|hi|hey|good (?:morning|afternoon|evening)|сайн байна уу|zai ma|ni ?hao)(?:啊|呀|吗|，|,|\s|同志|师傅|喂|您好|你好|在吗|there|有人吗|有人没|zai ma|[?？。.！!~])*$/i;
/** Manners in front of a goodbye. */
const POLITE = /^(?:(?:好的?|行|嗯|那就?|谢谢(?:您|你)?|ok(?:ay)?|all right|thank you|thanks?)[，,。.\s]*)+/i;
const BYE =
  /^(?:(?:再见|拜拜|没事了?|没别的(?:事)?了?|没有了|没了|就这些|就这样吧?|不用了|没问题了|我挂了|挂了|先这样|bye(?:[- ]bye)?|goodbye|that(?:'s| is| will be) all|nothing else|no more questions)(?:啊|哈|吧|啦|了|谢谢(?:你|您)?|thanks?|thank you|[，,。.！!~\s])*)+$/i;

/** "临时救助先不办了，我想申请低保": one is given up for another. */
const FOR_ANOTHER =
  /(?:不办|不申请|不要|不弄)了[，,。\s]*(?:我|俺|就|还是)*(?:想|要|改|换)(?:申请|办|要|问)?.{2,}/;

/** Recognises a command; only short or unmistakable messages are commands. */
export function findCommand(text: string): Command | undefined {
  if (text.length > 120) return undefined;
  if (text.length <= 40 && HANDOFF.test(text) && !WHO_IS_IT.test(text)) return 'handoff';
  if (RESTART.test(text)) return 'restart';
  if (CANCEL.test(text) || (text.length <= 30 && CANCEL_WITHIN.test(text) && !FOR_ANOTHER.test(text)))
    return 'cancel';
  if (RESUME.test(text)) return 'resume';
  if (THANKS.test(text)) return 'thanks';
  if (WAIT.test(text)) return 'wait';
  if (GREETING.test(text)) return 'greeting';
  if (BYE.test(text.replace(POLITE, ''))) return 'bye';
  return undefined;
}
