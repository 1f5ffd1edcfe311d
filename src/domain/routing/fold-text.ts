/** A message made ready for matching: simplified, narrow, lower case, no blanks between Chinese characters. */
export interface FoldedText {
  readonly text: string;
  /** UTF-16 offset into the message of each unit of `text`, plus its length at the end. */
  readonly at: Int32Array;
}

/** Traditional or rare form, then the simplified one; only characters of place names and of the words around them. */
const VARIANTS =
  '鎮镇鄉乡縣县區区內内爾尔蘇苏遼辽羅罗倫伦錫锡蘭兰圖图達达慶庆東东興兴滿满陽阳陰阴紅红龍龙馬马烏乌審审鄂鄂齊齐' +
  '額额濟济納纳賀贺蘭兰騰腾爾尔賽赛罕罕諾诺陳陈寶宝爺爷廟庙溝沟樹树園园廣广場场塊块營营屯屯開开魯鲁庫库華华雲云' +
  '鋼钢鐵铁鳳凤豐丰車车軍军農农牧牧灣湾橋桥門门問问間间關关勝胜劉刘鄭郑長长張张楊杨連连運运遠远達达進进邊边' +
  '嶺岭島岛嶽岳燈灯煙烟爐炉獨独獸兽瑪玛環环畫画礦矿礼礼祿禄種种稱称積积穀谷窩窝紮扎結结維维網网綠绿緣缘縱纵' +
  '義义習习聖圣聯联聽听臺台舊旧艱艰莊庄蘆芦衛卫補补裡里裏里記记許许語语調调貢贡貝贝費费賢贤贖赎輝辉輪轮農农' +
  '這这還还郵邮鄰邻釀酿針针銀银錦锦鍋锅鐘钟閘闸陸陆隊队階阶雜杂電电靈灵韓韩頭头顧顾風风飛飞養养駐驻體体魚鱼' +
  '鹽盐麗丽麥麦黃黄點点鼓鼓鹼碱髙高塹堑墾垦壩坝壯壮莫莫豬猪貓猫賬账戶户個个從从來来會会務务動动勞劳協协單单' +
  '嗎吗國国團团學学實实對对層层屬属幫帮師师應应戰战擔担據据數数斷断時时條条樓楼機机決决沒没淚泪漢汉無无爭争爾尔' +
  '現现當当發发經经給给統统縮缩職职處处號号親亲認认證证讓让負负貧贫買买賣卖趕赶離离難难願愿類类饑饥鬧闹';

const FOLD = new Uint16Array(0x10000);
for (let unit = 0; unit < FOLD.length; unit++) FOLD[unit] = unit;
for (let unit = 0x41; unit <= 0x5a; unit++) FOLD[unit] = unit + 32;
for (let unit = 0xff01; unit <= 0xff5e; unit++) FOLD[unit] = FOLD[unit - 0xfee0] ?? unit;
for (let i = 0; i + 1 < VARIANTS.length; i += 2) FOLD[VARIANTS.charCodeAt(i)] = VARIANTS.charCodeAt(i + 1);
for (const unit of [0x09, 0x0a, 0x0d, 0xa0, 0x2002, 0x2003, 0x2009, 0x202f, 0x3000]) FOLD[unit] = 0x20;
/** Controls, joiners, direction marks, variation selectors: 0 means "leave out". */
for (let unit = 0; unit < 0x20; unit++) if (FOLD[unit] !== 0x20) FOLD[unit] = 0;
for (let unit = 0x200b; unit <= 0x200f; unit++) FOLD[unit] = 0;
for (let unit = 0xfe00; unit <= 0xfe0f; unit++) FOLD[unit] = 0;
FOLD[0xfeff] = 0;
/** Variation selectors and the vowel separator of the Mongolian script. */
for (let unit = 0x180b; unit <= 0x180f; unit++) FOLD[unit] = 0;
/** Latin letters with tone marks, ā to ǜ. */
for (let unit = 0xc0; unit < 0x250; unit++) {
  const base = String.fromCharCode(unit).normalize('NFD').charCodeAt(0);
  if ((base >= 0x61 && base <= 0x7a) || (base >= 0x41 && base <= 0x5a)) FOLD[unit] = base | 0x20;
}
for (let unit = 0x300; unit <= 0x36f; unit++) FOLD[unit] = 0;

export const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

export function foldText(message: string): FoldedText {
  const units = new Uint16Array(message.length);
  const at = new Int32Array(message.length + 1);
  let n = 0;
  for (let i = 0; i < message.length; i++) {
    const unit = FOLD[message.charCodeAt(i)] ?? 0;
    if (unit === 0) continue;
    if (unit === 0x20 && n > 0 && units[n - 1] === 0x20) continue;
    // a blank between two Chinese characters is dropped as soon as the second one arrives
    if (n > 1 && units[n - 1] === 0x20 && isHan(unit) && isHan(units[n - 2] ?? 0)) n--;
    units[n] = unit;
    at[n++] = i;
  }
  at[n] = message.length;
  return { text: decode(units.subarray(0, n)), at };
}

/** String.fromCharCode takes its arguments on the stack, so long texts go in pieces. */
function decode(units: Uint16Array): string {
  // Typed for arrays only, but any list of numbers will do; a copy of each would be made a thousand times a second.
  if (units.length <= 4096) return String.fromCharCode.apply(null, units as unknown as number[]);
  let out = '';
  for (let i = 0; i < units.length; i += 4096) out += decode(units.subarray(i, i + 4096));
  return out;
}
