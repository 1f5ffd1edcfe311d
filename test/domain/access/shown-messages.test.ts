import { shownMessages } from '../../../src/domain/access/shown-messages';

const help = { number: '10000007', caseId: 'help', said: { from: 0, to: 2 } };
const complaint = { number: '48213097', caseId: 'complaint', said: { from: 3, to: 5 } };
const message = (seq: number, author: 'citizen' | 'bot' | 'service', text: string, tickets?: readonly string[]) => ({
  seq, author, text, ...(tickets && { say: { tickets } }),
}); // prettier-ignore
const talk = [
  message(0, 'citizen', '家里没收入了'),
  message(1, 'bot', '问一句'),
  message(2, 'bot', '单号1000 0007', ['10000007']),
  message(3, 'citizen', '我要投诉保康镇'),
  message(4, 'bot', '问一句'),
  message(5, 'bot', '单号4821 3097', ['48213097']),
  message(6, 'citizen', '都办得怎么样了'),
  message(7, 'bot', '单号1000 0007：正在办'),
  message(8, 'bot', '单号4821 3097：正在办'),
  message(9, 'service', '单号10000007有答复了'),
];
const seqs = (shown: readonly { seq: number }[]) => shown.map(({ seq }) => seq);

test('each ticket has the messages that it came from and the news of it, and nothing of the other', () => {
  expect(seqs(shownMessages(talk, [help], [complaint]))).toEqual([0, 1, 2, 7, 9]);
  expect(seqs(shownMessages(talk, [complaint], [help]))).toEqual([3, 4, 5, 8]);
  expect(seqs(shownMessages(talk, [help, complaint], []))).toEqual([0, 1, 2, 3, 4, 5, 7, 8, 9]);
});

test('within a span that two tickets share, one that may not be seen is not named', () => {
  const shared = { from: 0, to: 2 };
  const spoken = [
    message(0, 'citizen', '单号4821-3097和10000007，还有'),
    message(1, 'bot', '一共两件\n单号1000 0007\n单号4821 3097', ['10000007', '48213097']),
    message(2, 'bot', '单号4821 3097', ['48213097']),
  ];
  const shown = shownMessages(spoken, [{ ...help, said: shared }], [{ ...complaint, said: shared }]);
  expect(shown).toEqual([
    message(0, 'citizen', '单号*********和10000007，还有'),
    message(1, 'bot', '一共两件\n单号1000 0007', ['10000007']),
  ]);
});

test('a ticket without a span has the conversation to itself only where no other case is in it', () => {
  const { said: _said, ...old } = help;
  expect(seqs(shownMessages(talk, [old], []))).toEqual(seqs(talk));
  expect(seqs(shownMessages(talk, [old], [complaint]))).toEqual([2, 7, 9]);
  expect(seqs(shownMessages(talk, [old], [], [complaint]))).toEqual([2, 7, 9]);
});
