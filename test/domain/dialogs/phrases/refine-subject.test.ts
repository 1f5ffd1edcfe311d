import { refineSubject } from '../../../../src/domain/dialogs/phrases/refine-subject';

test.each([
  ['我们丰镇浑源窑乡棋杆梁村有个寡妇带俩娃，靠借米过日子', 'other', 'other'],
  ['我村村民吴占山一家五口，儿媳重症肌无力，现申请救助', 'self', 'other'],
  ['我们村有个大坑，我家的车掉进去了', 'self', 'self'],
  ['我是五保户，我们村有个老汉说能申请', 'self', 'self'],
  ['我们村有个老人是我爸', 'family', 'family'],
] as const)('%s: %s is %s', (text, taken, is) => {
  expect(refineSubject(text, taken)).toBe(is);
});
