import { hotlineFact } from '../../../../src/domain/dialogs/phrases/hotline-fact';

test.each([
  ['刚才有人打电话说我孙子出车祸了让我打两万块钱我没打你说这是骗人的吧', 'fraud'],
  ['微信上有人说中奖了让交手续费，能信不', 'fraud'],
  ['收着个短信说要核查我家经济状况，这是真的还是骗子', 'real_or_not'],
  ['我是聋哑人，万一有事能发短信报警吗', 'text_alarm'],
  ['你说的户口是啥意思', 'hukou'],
  ['低保是个啥东西', 'allowance'],
  ['我不识字', 'illiterate'],
  ['我想申请低保', undefined],
  ['户口在长胜镇', undefined],
  ['村会计骗了我家的救助款', undefined],
])('%s: %s', (text, fact) => {
  expect(hotlineFact(text)).toBe(fact);
});
