import { createSound, editDistance, foldLetters } from '../../../src/domain/routing/sound';

describe('sound', () => {
  const sound = createSound('bao:保宝|kang:康|zhang:张|zang:脏');

  it('is the same for homophones and for what dictation mixes up', () => {
    expect(sound.letters('宝康')).toBe(sound.letters('保康'));
    expect(sound.letters('张')).toBe(sound.letters('脏'));
    expect(sound.id('旗'.charCodeAt(0))).toBe(0);
    expect(sound.letters('旗')).toBe('');
  });

  it.each([
    ['zhongxing', 'zonxin'],
    ["xi'an", 'xian'],
    ['lvshun', 'lusun'],
  ])('folds %s', (letters, folded) => {
    expect(foldLetters(letters)).toBe(folded);
  });

  it.each([
    ['', '', 2, 0],
    ['baokan', 'baokan', 2, 0],
    ['baokan', 'baogan', 2, 1],
    ['baokan', 'bakan', 2, 1],
    ['abc', 'xyz', 2, 3],
    ['abc', 'abcdef', 2, 3],
  ])('distance of %s and %s', (a, b, limit, distance) => {
    expect(editDistance(a, b, limit)).toBe(distance);
    expect(editDistance(b, a, limit)).toBe(distance);
  });
});
