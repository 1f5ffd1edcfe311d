import { foldText } from '../../../src/domain/routing/fold-text';

describe('folding', () => {
  it.each([
    ['traditional and rare forms', '寶格達音髙勒蘇木', '宝格达音高勒苏木'],
    ['wide letters and digits', 'ＡＢ１２', 'ab12'],
    ['blanks between Chinese characters', '鄂 尔　多\n斯 市', '鄂尔多斯市'],
    ['blanks between words', 'Baokang   Town', 'baokang town'],
    ['tone marks, composed and apart', 'Bǎokāng Bao\u030ckang', 'baokang baokang'],
    ['joiners and controls', '保\u200b康\u0000镇\ufe0f', '保康镇'],
  ])('%s', (_case, message, expected) => {
    expect(foldText(message).text).toBe(expected);
  });

  it('knows where every unit stood', () => {
    const message = '鄂 尔\u200b多 Town';
    const { text, at } = foldText(message);
    const back = Array.from(text, (_, i) => message.charAt(at[i] ?? -1).toLowerCase()).join('');
    expect(back).toBe('鄂尔多 town');
    expect(at[text.length]).toBe(message.length);
  });
});
