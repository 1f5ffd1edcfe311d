const PLACE =
  /[旗县市区镇乡村屯队]|苏木|嘎查|街|道|路|巷|小区|楼|院|场|站|店|厂|沟|湾|桥|营子|家里|家门|井|房|学校|医院|单元|\d+号|[\p{L}]{2,}(?:那儿|旁边|附近|门口)|\b(?:county|banner|town|village|street|road|district|station|near|community|building|home|at|in)\b/iu;
const TALK =
  /没事|不用|别|查查|低保|救助|怎么|咋|为什么|为啥|快来|救命|帮我|我没有|不知道|害怕|[?？吗]|谢谢|\b(?:please|help|why|how|what|quick)\b/i;
const LONGEST = 40;

/** Can these words be where somebody is? What a frightened person cries out is no address. */
export function namesDangerPlace(text: string): boolean {
  return text.length <= LONGEST && PLACE.test(text) && !TALK.test(text);
}
