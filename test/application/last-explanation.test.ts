import { lastExplanation } from '../../src/application/last-explanation';
import type { HistoryEntry, TicketAction } from '../../src/domain/tickets/ticket';

const line = (action: TicketAction, note: string | null, toCitizen = note !== null): HistoryEntry => ({
  at: new Date('2026-11-24T02:00:00Z'), action, actor: 'officer', from: null, to: 'open', data: {}, note, toCitizen,
}); // prettier-ignore

test('the last words to the citizen, and none of before a reopening', () => {
  const resolved = [
    line('file', null),
    line('extend', '等几天'),
    line('resolve', '办好了'),
    line('note', '内部', false),
  ];
  expect(lastExplanation(resolved)).toBe('办好了');
  expect(lastExplanation([...resolved, line('reopen', '没解决', false)])).toBeUndefined();
  expect(lastExplanation([...resolved, line('reopen', '没解决', false), line('resolve', '这回办好了')])).toBe(
    '这回办好了',
  );
});
