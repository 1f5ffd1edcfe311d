import { parseAnswer } from '../../../src/domain/slots/parse-answer';
import { findRefusal } from '../../../src/domain/slots/find-refusal';
import { pickChoice } from '../../../src/domain/slots/pick-choice';
import { yesOrNo } from '../../../src/domain/slots/yes-or-no';

const NOW = new Date('2026-11-24T02:00:00Z');

test.each([
  ['count', '三口', 3], ['count', '娘俩', 2], ['count', '这边就我自己', 1], ['count', 'Four', 4], ['count', '哦', undefined],
  ['age', '六十六', 66], ['age', '五十六，我妈八十', 56], ['age', '41', 41], ['age', '老了', undefined],
  ['count', '三个人，不对，四个', 4], ['count', '三个人吧不对四个', 4], ['count', '五口人，老伴去年走了，现在四口', 4], ['count', '家里就我自己和妹妹', 2], ['count', '不知道咋算，五口吧', 5],
  ['age', '六十六不对六十八', 68], ['age', '属虎的，大的那个', '属虎'], ['age', '六十六属鼠的', 66],
  ['name', '人都叫他二后生', '二后生'], ['name', 'I prefer not to say', undefined], ['name', '能起诉他们吗', undefined], ['name', '在家种地', undefined], ['name', '那你叫我老张吧', '老张'],
  ['name', '我姓图，叫图门，年轻那会儿人家都叫我图师傅', '图门'], ['name', '厂办的小吕，吕晶', '吕晶'], ['name', '我姓席，席润生', '姓席'], ['name', '就我和孩子，没别人', undefined],
  ['phone', '幺三八零零零零零九零八', '13800000908'], ['phone', '138000009', undefined],
  ['name', '我叫许凤兰', '许凤兰'], ['name', '姓贾', '姓贾'], ['name', 'Daniel Bai', 'Daniel Bai'], ['name', '12345', undefined], ['name', '为什么要名字？', undefined],
  ['date', '上个月', '2026-10'], ['date', '两年前', '2024'], ['date', '快四个月了', '2026-07'], ['date', '天冷的时候', '天冷的时候'],
  ['yes_no', '可以', true], ['yes_no', '没交过', undefined], ['yes_no', '他家不知道', false],
  ['ticket_number', '没这个', undefined],
  ['text', '住工棚还有点吃的', '住工棚还有点吃的'], ['text', '……', undefined],
] as const)('%s "%s" is %p', (kind, answer, value) => {
  expect(parseAnswer(kind, answer, NOW)).toBe(value);
}); // prettier-ignore

test.each([
  ['不清楚', 'unknown'], ['记不清了', 'unknown'], ['以后再说', 'unknown'], ["I don't know", 'unknown'], ['not sure', 'unknown'],
  ['不太清楚大名', 'unknown'], ['不知道叫啥', 'unknown'], ["I don't know his name", 'unknown'], ['说不来', 'unknown'],
  ['I prefer not to say', 'refused'], ["I don't want to give my name", 'refused'], ['不方便留', 'refused'], ['不知道咋算，五口吧', undefined],
  ['不想说', 'refused'], ['不留', 'refused'], ['不说了', 'refused'], ['prefer not to say', 'refused'], ['跳过', 'refused'],
  ['没有', undefined], ['不知道他家有几口人，大概三口', undefined], ['王不知', undefined], ['四口', undefined],
] as const)('"%s" refuses: %p', (answer, refusal) => {
  expect(findRefusal(answer)).toBe(refusal);
}); // prettier-ignore

test.each([
  ['对', 'yes'], ['对，报上去', 'yes'], ['没错', 'yes'], ['行吧', 'yes'], ['yes', 'yes'], ['都对了', 'yes'], ['嗯嗯', 'yes'],
  ['不对', 'no'], ['不行', 'no'], ['no', 'no'], ['有不对的', undefined], ['电话不对，是13800000901', undefined], ['对象也病了在家躺着', undefined],
] as const)('"%s" says %p', (answer, said) => {
  expect(yesOrNo(answer)).toBe(said);
}); // prettier-ignore

const PLACES = [
  { value: '150424102', words: ['赤峰市林西县新林镇', '林西县', '林西'] },
  { value: '152223101', words: ['兴安盟扎赉特旗新林镇', '扎赉特旗', '扎赉特'] },
];
test.each([
  ['152223101', '152223101'], ['2', '152223101'], ['第一个', '150424102'], ['后面那个', '152223101'], ['扎赉特旗的', '152223101'],
  ['林西', '150424102'], ['新林镇', undefined], ['不知道', undefined],
] as const)('"%s" picks %p', (answer, value) => {
  expect(pickChoice(answer, PLACES)).toBe(value);
}); // prettier-ignore
