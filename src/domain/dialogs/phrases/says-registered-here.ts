const HERE =
  /户口(?:也|就|都|还|本)*(?:在|是|落在|搁|放在)?(?:这儿?|这里|这边|那儿?(?![个些边年时么样])|那里|本地|当地|(?:我们|俺们|咱们?|本)?(?:村里?|嘎查里?|镇上|乡里|苏木)|家里|老地方|一个地方|同一个?地方|一样)(?![^，,。.;；\s]{0,4}(?:村|镇|乡|旗|县|市|区|苏木))|户口(?:从来|一直|也|都|还)*(?:没动|没迁|没挪|没变)|户口(?:也|都)(?:在|是)(?=[，,。；;]|$)|本地户口|户籍(?:也|就|都)*(?:在|是)?(?:这儿?|这里|本地|当地|村里|一样)|户口(?:地址)?(?:也|都)?(?:一样|相同|没动)|(?:registered|hukou)[^.]{0,20}(?:here|same|this (?:village|town|place))/i;
const SAME =
  /^(?:跟|和|与|就|都|也|是|户口|户籍|地址|老家)*(?:上面|前面|刚才|现住址|住址|住的地方|现在)?(?:说的|这个|那个|地方)?(?:一样|同上|一样的|相同|一个地方|同一个?地方|没变|不变|一致|就这儿?|就是这儿?|就在这儿?|在这儿?|这儿|就本地|本地的?|本村|本地户口|村里|就在村里|在村里|嘎查里|就嘎查|镇上|就镇上|当地|也在这儿?|也是这儿?|也在村里|也是|就在家|家里|同|对|是|是的|嗯)(?:的|了|啊|呢)?[。.！!\s]*$|^(?:it'?s |it is )?(?:the )?same(?: (?:place|address|as above|one|village|town))?[.!\s]*$|^(?:here|same here|as above|yes|this (?:village|town))[.!\s]*$/i;

/** Says, in the course of a message, that the household is registered where it lives. */
export function saysRegisteredHere(text: string): boolean {
  return HERE.test(text);
}

/** The short answer "一样", "同上", "就在村里" to where the household is registered. */
export function isSamePlace(answer: string): boolean {
  return answer.length <= 20 && (SAME.test(answer) || HERE.test(answer));
}
