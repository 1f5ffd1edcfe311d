import { refineAct } from '../../../../src/domain/dialogs/phrases/refine-act';

test.each([
  ['老汉死了三年了，他儿子还拿着存折领低保呢', 'help', 'report'],
  ['开着宝马还吃低保', 'help', 'report'],
  ['我爸走了半年了，低保还在发，怎么退', 'help', 'help'],
  ['给我查查低保', 'report', 'help'],
  ['我有个意见，公示写清楚点', 'help', 'suggestion'],
  ['我对你们很有意见，态度太差', 'help', 'help'],
  ['想给民政送个锦旗', 'help', 'praise'],
  ['杭锦旗那个民政办的电话我打了一礼拜，没一回有人接的，你们管不管', 'praise', 'complaint'],
  ['送面到杭锦旗的事咋办', 'help', 'help'],
  ['我投诉楼下烧烤店，天天闹到后半夜', 'help', 'help'],
  ['我投诉楼下烧烤店，天天闹到后半夜', 'complaint', 'help'],
  ['我投诉镇里民政的，让我去超市复印还不给办', 'complaint', 'complaint'],
  ['我想办低保', 'consult', 'help'],
  ['我想办低保，要什么条件', 'consult', 'consult'],
] as const)('%s: %s is %s', (text, taken, is) => {
  expect(refineAct(text, taken)).toBe(is);
});
