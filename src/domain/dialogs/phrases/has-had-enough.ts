const ENOUGH =
  /(?:问|要)(?:这么|那么|恁)多|这么多(?:问题|事儿?)|别(?:再)?问了|不(?:要|用)再?问了|问(?:个)?没完|没完没了|问够了?没|烦不烦|(?:不说了|我说完了|没有?了|没别的了?)[，,。\s]*就这些|^就这些(?:了|吧)?[，,。\s]*(?:报|办|行)|(?:赶紧|直接|赶快|快|就这么|就这样)(?:给我)?(?:报|办|转|送)(?:上去|了|吧)|都说(?:过|完)了|too many questions|stop asking|enough questions|just (?:send|file) it|that(?:'s| is) (?:all|enough)[, ]+(?:just |please )?(?:send|file)/i;
const LONGEST = 40;

/** Wants no more questions: what is known is to be sent. */
export function hasHadEnough(text: string): boolean {
  return text.length <= LONGEST && ENOUGH.test(text);
}
