const SAFE =
  /(?:真的?|已经|现在|都|我|人|这会儿)*没(?:啥|什么|甚)?事(?:儿|情)?(?:了|啦)|真的?没(?:啥|什么)?事|(?:人|孩子|娃|老人|他|她|爸|妈)(?:已经|都|自己|又|刚)?(?:回来|找到|找着|到家|醒|救出来|缓过来)了|(?<!没|没有|还没)(?:联系上|找到|找着|打通)了|火?(?:已经|都|早)?(?:扑|浇)?灭了|(?:现在|这会儿|眼下)(?:已经|都)?(?:没|不)(?:再)?(?:打|闹|流血|疼|冒烟)|(?:是|那是|说的是)(?:以前|过去|早先|去年|前年|上回)|弄错了|误会|(?:开个?|闹着)玩|(?:说|是)的?(?:气话|胡话|着玩)|(?:我|现在)(?:很|挺)?(?:安全|好多?了)|不是(?:真的|那个意思|要死|想死|现在)|false alarm|(?:i am|i'm|we are|we're|he is|she is|it is|it's) (?:ok(?:ay)?|fine|safe|over|back|home)(?: now)?|no danger|was (?:joking|in the past)|did not mean/i;
/** Help is called off. Who wants to die or is being threatened says so too, so that alone it does not count for them. */
const CALLS_OFF =
  /(?:不用|别|不要)(?:再)?(?:报警|打110|打120|来人?了?|派人|管了|叫(?:人|警察|救护车))|no need/i;
const NOT_YET =
  /没事了?(?:吗|么|嘛|吧|就好)|不(?:是|算)没事|还(?:在|没|不)|又(?:来|打|犯|着)|不想活|想死|刀|流血|救命|快来|不知道|怎么办|农药|喝药|没气|没呼吸|没心跳|死了|(?<!不|没)[昏晕]|不醒|叫不|弄死|[井河水坑沟]里|冻[僵坏伤]|[斧棍棒锁绑掐捂]|磨刀|威胁|(?:要|说要|还要|想)(?:再|来)?(?:打|杀|砍|捅|烧|跳)|看着我|盯着我|找我|追我|[但可](?:是)?[他她又还没怕]|逼[我着]|不让我|not (?:ok|fine|safe|over|breath|mov)|bleed|dead|unconscious|watching me|made me|threat/i;

/** Does a person in danger say that it is over, or never was? Not where anything in the message says otherwise. */
export function standsDown(text: string, danger: string): boolean {
  const told =
    SAFE.test(text) ||
    (CALLS_OFF.test(text) && danger !== 'self_harm' && danger !== 'violence' && danger !== 'child_harm');
  return told && !NOT_YET.test(text);
}
