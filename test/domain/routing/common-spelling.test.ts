import { commonSpelling } from '../../../src/domain/routing/common-spelling';

describe('one spelling for a Mongolian name', () => {
  it.each([
    ['巴音塔拉', '白音他拉'],
    ['查干宝力格', '察汗布拉格'],
    ['白音胡硕', '巴彦呼舒'],
    ['吉日嘎朗吐', '济尔嘎朗图'],
    ['扎嘎斯台', '札格斯台'],
    ['阿勒坦额莫勒', '阿拉坦额莫勒'],
  ])('%s is %s', (a, b) => {
    expect(commonSpelling(a)).toBe(commonSpelling(b));
  });

  it.each([
    ['巴彦塔拉', '巴彦高勒'],
    ['清河', '庆和'],
    ['东胜', '东升'],
  ])('%s is not %s', (a, b) => {
    expect(commonSpelling(a)).not.toBe(commonSpelling(b));
  });
});
