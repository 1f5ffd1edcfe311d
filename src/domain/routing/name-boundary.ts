/** Where a name ends in running text. */

/** Characters of grammar that no name of the region holds, and words for a neighbourhood. */
const GRAMMAR =
  /[的在是这有我他她跟去住们没不也就了着吗呢啊嗯给被让问想您你咱俺说叫]|[那下上][边儿面]|附近|下属/u;

/** Whether the stretch may be part of a name: Chinese characters only, and none of grammar. */
export function isNamePart(stretch: string): boolean {
  return /^[一-鿿]+$/u.test(stretch) && !GRAMMAR.test(stretch);
}

/** What follows a name that was said without its ending. */
export const ENDS_NAME =
  /^(?:[^一-鿿]|$|的|这|那|有|我|老|里|人|家|一|两|养|种|户|附近|牧|上|住|没|想|问|孩|家|俩|给|要|在|低保|申请|救助|咨询)/u;
export const VILLAGE_WORD = /^(?:村民委员会|村委会|居委会|嘎查|社区|村|屯(?!村|嘎查)|队|组|生活区)/u;
export const TOWN_WORD = /^(?:镇|乡|苏木|街道|办事处)/u;
/** A road or an institution named after the place. */
export const NOT_A_NAME_AFTER =
  /^(?:路|大街|街(?!道)|书店|医院|小区|学校|小学|中学|一中|超市|酒店|宾馆|景区|风景区|旅游区|度假村|集团|公司|煤矿|银行|法院|车站|火车站|机场|高速|大酒店|信用社|派出所|民政局|政府)/u;
/** The name of a township or village as written, when no known name matches. */
export const WRITTEN_TOWN = /^([一-鿿]{1,11}?(?:镇|乡|苏木|街道|办事处))/u;
export const WRITTEN_VILLAGE = /^([一-鿿]{2,9}?)(?:村|嘎查|社区|屯|居委会|生活区)/u;

/** Whether a known name of `length` characters at the start of `room` is only the beginning of a longer written name. */
export function beginsLongerName(room: string, length: number): boolean {
  for (const written of [WRITTEN_TOWN.exec(room), WRITTEN_VILLAGE.exec(room)])
    if (written && written[0].length > length + 1 && isNamePart(written[0].slice(length))) return true;
  return false;
}
