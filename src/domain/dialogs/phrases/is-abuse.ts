const ABUSE =
  /傻[逼比b叉冒]|煞笔|沙比|尼玛|[你他]妈(?:的|逼|个)|妈[的逼]|操你|草泥马|滚(?:蛋|开|犊子)|王八蛋|混蛋|狗屁|放屁|废物|白痴|脑残|弱智|去死吧|垃圾(?:机器|东西|玩意|系统)?$|有病吧|\bfuck|\bshit\b|bullshit|\bidiot|stupid (?:bot|machine|robot)|asshole|bitch/i;

/** An insult, short enough to hold nothing else. A long angry message is a complaint, and is heard as one. */
export function isAbuse(text: string): boolean {
  return text.length <= 24 && ABUSE.test(text);
}
