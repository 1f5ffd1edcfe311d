/** A question in the middle of the talk that is answered before the talk goes on. */
export type Digression =
  | 'why' | 'who' | 'time' | 'papers' | 'amount' | 'eligible' | 'privacy' | 'where' | 'fee' | 'scam' | 'what_next' | 'missing' | 'policy'; // prettier-ignore

const RULES: readonly (readonly [Digression, RegExp])[] = [
  [
    'why',
    /为(?:什么|啥|甚|嘛|何)(?:还|都|老|非)?(?:要|得|需要)?(?:问|知道|打听|留|填|说)|(?:问|要|打听)(?:这|这个|那个|这些|我|.{0,6})(?:干|做)(?:什么|啥|甚|嘛|哈)|(?:跟|和)(?:这|这事|这个)?有(?:什么|啥|甚)关系|有(?:什么|啥|甚)用(?:啊|呢|吗|？|\?)|问(?:这|这个)有(?:什么|啥)用|^为(?:什么|啥|甚|何)(?:呢|啊|呀)?[?？]*$|why (?:do|are|must|should|would) (?:you|i)|why (?:is|do) (?:that|this|it)|what (?:is|do you need) (?:this|that|it) for|^why\??$/i,
  ],
  [
    'scam',
    /(?:官方|正规|政府)(?:的|办的)?(?:吗|么|不|吧|[?？])|真的还是(?:假的|骗)|(?:是真的|靠谱)(?:吗|么|不|[?？])|(?:是不是|会不会)(?:又)?骗/i,
  ],
  [
    'who',
    /(?:你|您|你们|您们)(?:这|那)?(?:是|到底是|究竟是)(?:谁|哪儿?的|哪里的?|什么人|啥人|干(?:什么|啥|嘛)的|机器人?|真人|人工|人吗|电脑|哪个(?:单位|部门))|你叫(?:什么|啥)|(?:你|您)(?:是不是|是)(?:个)?(?:机器|真人|人工|电脑|AI)|这是(?:什么|啥|哪儿?|哪里)(?:地方|平台|热线|单位|电话)?[?？吗]|who (?:are you|is this|am i (?:talking|speaking))|are you (?:a )?(?:real|human|robot|bot|machine|person|an ai)/i,
  ],
  [
    'fee',
    /(?:收|要|交|得)(?:不收|不要)?(?:费|手续费)(?:吗|么|不|用)|要(?:不要)?(?:花|交|给)钱(?:吗|么|不|？|\?)|免费(?:的)?(?:吗|么|不)|is (?:it|this) free|do i (?:have to|need to) pay|any fee/i,
  ],
  [
    'scam',
    /(?:是不是|不会是|该不会是|会不会是)(?:骗子|骗人|诈骗|假的)|(?:骗子|骗人的|诈骗)(?:吧|吗|么|？|\?)|is this (?:a )?(?:scam|fraud|real|legit)/i,
  ],
  [
    'privacy',
    /(?:会不会|不会|别|会)(?:说出去|传出去|泄露|泄漏|告诉(?:别人|村里|他|她|人家|他们|谁)|让(?:村里|别人|他|人家|人)(?:们)?知道|公开|到处说)|(?:能|可以|给)?(?:不|能不能)?(?:替我|帮我|给我)?保密(?:吗|么|不|啊|？|\?)|(?:谁|哪些人)(?:会|能|可以)?(?:看到|看见|知道|看)|(?:信息|隐私|电话|名字).{0,6}(?:安全|保密)(?:吗|么|不)?|(?:is it|stay|kept?|remain) (?:confidential|private|secret|anonymous|safe)|who (?:will|can) (?:see|know|read)|privacy/i,
  ],
  [
    'time',
    /(?:多久|多长时间|多少天|几天|几个?工作日|多会儿|多咱|啥时候|甚时候|什么时候|什么时间|哪天|要等到)(?:才|就|能|可以|会|有|给|要|得|到|来|办|批|下|够|出|回|有人|啊|呀|呢|吗|了|？|\?|$)|(?:等|要|得|需要|办|批|处理)(?:多久|多长时间|几天|多少天)|快(?:的话|不快|吗)|how (?:long|soon|many days)|when (?:will|can|do|does|would)/i,
  ],
  [
    'amount',
    /(?:能|可以|会|一共|总共|到底|大概|一个月|每月|一年)?(?:给|领|拿|发|补|批|得|有)(?:多少|几)(?:钱|块|元)?|(?:多少|几)(?:钱|块钱)(?:一个月|一年|啊|呀|呢|吗|？|\?|$)|how much (?:money|is|will|can|do|would)|what amount/i,
  ],
  [
    'missing',
    /(?:还|都|到底)(?:缺|差)(?:点|些|着)?(?:什么|啥|甚|哪些|哪样|哪几样)(?!材料|手续|证|单|表)|(?:还)?(?:缺|差)不(?:缺|差)|what(?:'s| is)(?: still)? missing|what else (?:do you|is) need/i,
  ],
  [
    'eligible',
    /(?:这样|这情况|这种|这个样|我家|俺家|咱家|我这)(?:的|情况)?.{0,6}(?:能不能|可不可以)(?:办|行|成|申请)|(?:我|俺|我们|我家|俺家|咱家|像我|他|她|他家|这种|这样|这情况|我这|我这种|我这样)?.{0,8}(?:够不够|算不算|符不符合|符合不符合|够格|够条件|有没有资格|有资格|符合条件|达标)(?:吗|么|不|呢|？|\?)?|(?:能|可以)(?:批|办|评)(?:下来|上|成)?(?:吗|么|不|？|\?)|(?:能不能|可不可以)(?:批|办下来|评上|通过)|(?:am i|are we|is (?:he|she)|do (?:i|we)|does (?:he|she)) (?:eligible|qualif)|(?:can|will) (?:i|we|it) (?:get|be) (?:it|approved|this)/i,
  ],
  [
    'papers',
    /(?:什么|啥|甚|哪些|哪种|几样)(?:材料|手续|证件|证明|资料|单子|东西|表)|(?:带|拿|准备|交|要|用)(?:点)?(?:什么|啥|甚|哪些)(?:去|来|呢|啊|吗|？|\?|$)|(?:要不要|需要|用不用|得)(?:带|拿|准备|交)?(?:身份证|户口[本簿]|证明|诊断|材料)(?:吗|么|不|？|\?)|what (?:papers|documents|paperwork|materials|proof)|(?:which|any) (?:papers|documents)|(?:papers|documents) (?:do|should|must|are)/i,
  ],
  [
    'where',
    /(?:去|到|上|在)(?:哪|哪儿|哪里|哪个(?:地方|部门|单位|窗口)|什么地方)(?:去)?(?:办|交|申请|问|找|领|登记)?(?:啊|呢|呀|吗|？|\?|$)|(?:该|得|要|应该)?找(?:谁|哪个(?:部门|单位|人)|哪儿)(?:办)?(?:啊|呢|呀|吗|？|\?|$)|谁(?:来)?管(?:这事|这个|呢|啊|？|\?)|哪个(?:部门|单位)管|where (?:do|should|can|must) i|which (?:office|department)/i,
  ],
  [
    'what_next',
    /(?:然后|接下来|下一步|完了|报上去|交上去|填完|说完)(?:以后|之后|了)?(?:呢|咋办|怎么办|怎样|会怎么?样|干啥|干什么|做什么)[啊呢?？]*$|what (?:happens|comes) (?:next|now|then)|and then\?/i,
  ],
];
const QUESTION =
  /[?？吗么嘛呢]\s*$|(?:怎么|咋|如何|能不能|可不可以|有没有|是不是|啥|什么|哪|多少|几).{0,14}$|\?$/;
const LONGEST = 60;

/**
 * The kind of question that a message asks, if it is one. `openText`: a free-text answer is awaited, so that only
 * what is plainly a question to the service counts.
 */
export function findDigression(text: string, openText: boolean): Digression | undefined {
  if (text.length > LONGEST) return undefined;
  if (
    openText &&
    !/[?？]\s*$|^(?:为|你|您|这|那|还缺|还差|我这|像我|我家这|我们这|要|得|多|谁|什么|啥|哪|who|why|how|when|what|where|is|are|do|can)/i.test(
      text,
    )
  )
    return undefined;
  for (const [kind, rule] of RULES) if (rule.test(text)) return kind;
  return !openText && QUESTION.test(text) && text.length > 4 ? 'policy' : undefined;
}
