import { fold } from '../../../../src/domain/understanding/text/fold';

test('half width, lower case, simplified, and as long as before', () => {
  expect(fold('ＡＢＣ１２３，低保證！臺灣')).toBe('abc123,低保证!台湾');
  for (const text of ['ﬁ ㎡ ①', '\ud800x', 'İ', '岁歲']) expect(fold(text)).toHaveLength(text.length);
});
