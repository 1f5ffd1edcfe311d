const REQUEST_WORDS =
  /我们?家?|俺|您|你们?|好|想|要|申请|办理?|咨询|问一?问?|一下|请|帮忙?|一个?|点|个|低保|临时救助|救助|补助|困难|怎么|咋|如何|能不能|可以|吗|呢|啊|吧|[\s，,.。？?！!]/g;

/** Is there a story in it, or only a request such as "我想申请低保"? `least`: Han characters beyond the request. */
export function tellsStory(text: string, least = 6): boolean {
  if (/[a-z]/i.test(text) && !/\p{Script=Han}/u.test(text)) return text.split(/\s+/).length >= 9;
  return text.replace(REQUEST_WORDS, '').length >= least;
}
