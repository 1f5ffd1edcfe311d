import { whenInWords } from '../../../src/domain/dialogs/when-in-words';

/** 10:00 in Shanghai on a Tuesday. */
const NOW = new Date('2026-11-24T02:00:00Z');

test.each([
  ['2026-11-24T04:00:00Z', '今天中午12点', '12 pm today'],
  ['2026-11-24T07:30:00Z', '今天下午3点半', '3:30 pm today'],
  ['2026-11-24T09:16:00Z', '今天下午5点半', '5:30 pm today'],
  ['2026-11-24T10:00:00Z', '今天晚上6点', '6 pm today'],
  ['2026-11-24T17:30:00Z', '明天凌晨1点半', '1:30 am tomorrow'],
  ['2026-11-24T16:00:00Z', '明天凌晨0点', '12 am tomorrow'],
  ['2026-11-25T00:45:00Z', '明天上午9点', '9 am tomorrow'],
  ['2026-11-26T09:00:00Z', '后天下午5点', '5 pm on 2026-11-26'],
  ['2026-11-27T22:00:00Z', '11月28日早上6点', '6 am on 2026-11-28'],
])('%s is %s', (at, zh, en) => {
  expect(whenInWords(new Date(at), NOW, 'zh')).toBe(zh);
  expect(whenInWords(new Date(at), NOW, 'en')).toBe(en);
});
