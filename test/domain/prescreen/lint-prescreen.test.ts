import { lintPrescreen } from '../../../src/domain/prescreen/lint-prescreen';

test.each([
  '您家符合低保条件。', '这样不符合。', '您能领低保。', '这样不能领。', '可以享受低保。', '您够条件。', '一定能办。',
  '一个月七百元。', '给一千块。', '大概2万。', '有资格申请。', '会批的。',
])('%s reads as a decision or names a sum', (text) => expect(lintPrescreen(text, 'zh')).not.toEqual([])); // prettier-ignore

test.each(['You are eligible.', 'The family qualifies.', 'You will get help.', 'Up to 500 yuan.'])(
  '%s reads as a decision or names a sum',
  (text) => expect(lintPrescreen(text, 'en')).not.toEqual([]),
);

test.each([
  '家里收入少或者没有收入，核的时候会看。',
  '人情、婚事、装修这类花费，各地不一定看。',
  '已经领着低保的，按变化来核。',
])('%s may be said', (text) => expect(lintPrescreen(text, 'zh')).toEqual([]));
