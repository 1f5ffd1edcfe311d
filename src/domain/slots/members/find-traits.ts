import type { MemberTrait } from './member';

/** `well`: said to be neither ill nor disabled. */
type Told = MemberTrait | 'well';

const DENIED = /(?:没|不|无|未)(?:有|得|怎么|咋|去|再)?(?:什么|啥|大)?$/;
const WORDS: readonly (readonly [Told, RegExp])[] = [
  [
    'studies',
    /上学|念书|读书|小学|初中|高中|[初高][一二三]|中学|大学|大专|中专|技校|职高|\S年级|幼儿园|学生|考研|school|studies|studying|student|grade|university|college/i,
  ],
  [
    'works',
    /打(?:零)?工|上班|上着班|干活|干零活|种地|种着|放(?:牧|羊|牛)|开(?:车|店|出租)|做(?:买卖|生意|工|保姆)|务工|务农|挣钱|保安|保洁|工地|外卖|快递|厂里|饭店|有工作|works?\b|working|job|farms?|herd/i,
  ],
  ['disabled', /残|瘸|聋|哑|瞎|失明|看不见|智力|智障|脑瘫|精神病|精神(?:有)?问题|disab|blind|deaf|lame/i],
  [
    'ill',
    /病|癌|瘤|瘫|卧床|下不了[炕床地]|住院|透析|化疗|手术|腿脚不|身体不(?:好|行)|中风|脑梗|糊涂|痴呆|吃药|(?:心脏|腰|腿|肺|肝|肾)(?:不|有|疼|坏)|骨折|\bill\b|sick|cancer|dialysis|stroke|poor health/i,
  ],
  [
    'idle',
    /在家|没活|没工作|没(?:有)?(?:上班|干活|打工)|不(?:上班|干活|打工|工作)|失业|闲|待着|呆着|退休|干不了活|干不动|不能干|没事干|home|unemployed|no work|retired/i,
  ],
  ['well', /没(?:有)?(?:什么|啥|大)?病|没残|身体(?:还)?(?:好|行|可以|硬朗)|健康|挺好|healthy|fine/i],
];

/** What a clause says that somebody does or is; 没上班 is no work, 没病 no illness. */
export function findTraits(clause: string): Told[] {
  return WORDS.filter(([trait, words]) => {
    const found = words.exec(clause);
    if (found === null) return false;
    return trait === 'idle' || trait === 'well' || !DENIED.test(clause.slice(0, found.index));
  }).map(([trait]) => trait);
}
