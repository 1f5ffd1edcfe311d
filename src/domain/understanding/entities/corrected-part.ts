/** What a person means after taking something back: "不是五口，是四口" → "四口"; otherwise the answer itself. */
export function correctedPart(answer: string): string {
  const contrast =
    /(?:不是|不对|错了|说错|not )[^是]{0,24}?(?:[，,。、 ]*(?:应该|其实)?(?:就)?是|[，,。] *(?:but |it's |it is )?)(?=\S)/i.exec(
      answer,
    );
  if (!contrast) return answer;
  const rest = answer.slice(contrast.index + contrast[0].length);
  return /[\d零一二两三四五六七八九十俩仨半]|one|two|three|four|five|six|seven|eight|nine|ten/i.test(rest)
    ? rest
    : answer;
}
