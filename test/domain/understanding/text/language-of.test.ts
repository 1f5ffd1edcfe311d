import { languageOf } from '../../../../src/domain/understanding/text/language-of';

test.each([
  ['低保怎么申请', 'zh'],
  ['我在ICU外头，手机没电', 'zh'],
  ['123', 'zh'],
  ['My husband lost his job, can we get help?', 'en'],
  ['no food', 'en'],
  ['di bao zen me shen qing', 'mixed'],
  ['老板跑了，no contract no insurance', 'mixed'],
  ['Өрхийн орлого маань багассан', 'mn-cyrl'],
  ['Помогите, пожалуйста, нет денег', 'other'],
  ['ᠮᠠᠨᠠᠢ ᠬᠡᠦᠬᠡᠳ', 'mn'],
  ['仕事を失いました、たすけてください', 'other'],
  ['도와주세요', 'other'],
  ['مساعدة', 'other'],
])('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});
