const NUMBER = /[\d零一二两三四五六七八九十俩仨半]|one|two|three|four|five|six|seven|eight|nine|ten/i;
/** 三个人吧不对四个, 六十六，哦不，六十八: the second stands, said without a 是. */
const TAKEN_BACK =
  /^.+?(?:不对|错了|[哦噢啊哎呀]不|sorry|no wait|i mean)[，,。、\s]*(?=[^，,。是]*(?:[\d零一二两三四五六七八九十俩仨半]|one|two|three|four|five|six|seven|eight|nine|ten))/i;

/** What a person means after taking something back: "不是五口，是四口" → "四口"; otherwise the answer itself. */
export function correctedPart(answer: string): string {
  const taken = NUMBER.test(answer) ? TAKEN_BACK.exec(answer) : null;
  if (taken && NUMBER.test(taken[0]) && !/不是|多[数算说写]|少[数算说写]/.test(answer))
    return answer.slice(taken[0].length);
  const contrast =
    /(?:不是|不对|错了|说错|not )[^是]{0,24}?(?:[，,。、 ]*(?:应该|其实)?(?:就)?是|[，,。] *(?:but |it's |it is )?)(?=\S)/i.exec(
      answer,
    );
  if (!contrast) return answer;
  const rest = answer.slice(contrast.index + contrast[0].length);
  return NUMBER.test(rest) ? rest : answer;
}
