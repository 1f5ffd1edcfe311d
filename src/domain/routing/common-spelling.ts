/**
 * Mongolian names have no single Chinese spelling: 巴彦 and 白音, 宝力格 and 布拉格, 胡硕 and 呼舒 are one word each. The
 * first of a line stands for all. Source: the region's own place names, where both stand side by side.
 */
const WORDS: readonly string[] = [
  '巴彦 巴音 白音 巴颜 白彦 巴燕',
  '诺尔 淖尔 脑尔 努尔 诺日 淖日 脑日 努如',
  '塔拉 他拉',
  '胡硕 呼舒 胡舒 琥硕 呼硕 胡朔 呼朔 霍硕',
  '布拉格 宝力格 宝拉格 补力格 布力格 宝勒格 布勒格 宝力高 布日格 勃日格 博日格',
  '高勒 郭勒 高乐 郭乐 果勒',
  '敖包 鄂博 脑包 敖宝 鄂包',
  '套海 陶海 托海 陶亥 套亥 托亥',
  '查干 查汉 查汗 查罕 察干 察汗 察汉 厂汉 厂汗',
  '温都尔 温都日 翁都尔 温多尔 文都尔',
  '吉尔嘎朗 吉日嘎朗 吉日格朗 吉尔格朗 济尔嘎朗',
  '嘎斯台 格斯台',
  '陶来 套来 托来 桃来',
  '乌苏 乌素 勿素 勿苏',
  '希拉 西拉 锡拉 希日 西日 锡日 沙日',
  '木伦 沐沦 木仁 沐仁 沐伦 穆仁 穆伦',
  '毛都 毛道 毛杜 茂道 茂都',
  '芒哈 茫哈 莽哈 忙哈',
  '昆都楞 坤都楞 坤都冷 昆都冷 昆都仑 昆都伦',
  '阿拉坦 阿勒坦 阿拉腾 阿勒腾 阿日坦 阿拉滕',
  '额尔敦 额日敦 额尔顿 额尔登 额日登 额日顿',
  '乌力吉 乌勒吉 乌利吉',
  '宝格达 博格达 宝格德',
  '巴雅尔 巴雅日 白雅尔',
];
/** Single characters that write one sound. */
const CHARS = '日尔札扎噶嘎吐图郎朗浪朗仑伦沦伦汉罕汗罕颜彦';

const SAME = new Map<string, string>(
  WORDS.flatMap((line) => {
    const [first = '', ...others] = line.split(' ');
    return others.map((other): [string, string] => [other, first]);
  }),
);
for (let i = 0; i + 1 < CHARS.length; i += 2) SAME.set(CHARS.charAt(i), CHARS.charAt(i + 1));
/** Longest first, and the spelling that stands for all among them, so that 吉尔嘎朗 is not taken apart. */
const ANY = new RegExp(
  [...new Set([...SAME.keys(), ...SAME.values()])].sort((a, b) => b.length - a.length).join('|'),
  'gu',
);

/** One spelling for all the spellings of a Mongolian name; equal ones are the same name. */
export function commonSpelling(name: string): string {
  return name.replace(ANY, (found) => SAME.get(found) ?? found);
}
