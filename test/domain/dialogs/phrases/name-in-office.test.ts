import { nameInOffice, ownNameInOffice } from '../../../../src/domain/dialogs/phrases/name-in-office';

test.each([
  ['我是云杉路街道建昌营社区网格员韩雪，今天入户', '韩雪', '韩雪'],
  ['我是正镶白旗星耀镇义合村支书许国栋，我村村民', '许国栋', '许国栋'],
  ['支书王富贵，年年往自家拿低保', '王富贵', undefined],
  ['我是村民，书记王富贵，贪了', '王富贵', undefined],
  ['我是网格员，报三户', undefined, undefined],
])('%s: %s, of the writer %s', (text, named, own) => {
  expect(nameInOffice(text)).toBe(named);
  expect(ownNameInOffice(text)).toBe(own);
});
