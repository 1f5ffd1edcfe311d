const LACK =
  /没(?:有)?水|没(?:有|了|得|啥|什么|个|处|地儿?)*(?:吃|粮|米|面|喝|煤|柴|烧|火|地方|地儿|去处|住|睡|落脚|暖|被|房)|断(?:粮|煤|顿|火|炊|暖|电|水)|揭不开锅|饿|冻|冷得|太冷|挨冷|零下|冰窖|见底|露宿|流落|睡(?:桥|街|车站|马路|外头|外面|地道|网吧|公园|楼道|候车)|住哪|去哪住|雪|白毛风|赶出|撵出|轰出|赶了?出|没住|没法住|住不了|(?:吃的|米|面|煤|粮).{0,6}(?:没|光|完|断)|停暖|没暖气|暖气.{0,4}(?:停|坏|不热)|\b(?:no|without|out of) (?:food|heat|heating|coal|fuel|shelter|place|home|roof)|hungr|starv|freez|frost|minus|snow|blizzard|cold|homeless|evict|kicked|threw|thrown|nothing to eat|(?:not|n't|nothing) (?:eaten|eat)|nowhere to|sleep|shelter|heating|coal|food|gone out|хоол|хүйтэн|хөлд|цас|нүүрс|түлээ|орон|хонох|ᠢᠳᠡ|ᠬᠥᠢᠲᠡᠨ/i;

/** Is the lack of food, heat or shelter itself in the words? Hardship in general is no emergency of this kind. */
export function saysLack(text: string): boolean {
  return LACK.test(text);
}
