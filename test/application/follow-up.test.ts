import { createFollowUp } from '../../src/application/follow-up';
import type { Conversation } from '../../src/application/ports';
import type { Ticket } from '../../src/domain/tickets/ticket';
import { JobWorld } from '../support/job-world';
import { aTicket, minutesAfter } from '../support/records';

const DUE = minutesAfter(60);
const WEEK_MINUTES = 7 * 1440;
let world: JobWorld;
beforeEach(() => (world = new JobWorld()));
const run = (stage: 'ask' | 'close', due = DUE) =>
  createFollowUp(world.deps)({ number: '10000007', stage, due: due.toISOString() });
const file = (over: Partial<Ticket> = {}, conversation: Partial<Conversation> = {}) =>
  world.file(
    aTicket({
      state: 'resolved',
      outcome: 'helped',
      due: { follow_up: { at: DUE, provisional: false } },
      nextDueAt: DUE,
      ...over,
    }),
    conversation,
  );
const state = async () => (await world.record.tickets.byNumber('10000007'))?.ticket.state;

test('the citizen is asked once, in their conversation, and after a week of silence the ticket is closed', async () => {
  await file();
  world.now = DUE;
  await run('ask');
  await run('ask');
  const messages = await world.record.conversations.messages('conversation-1', 2);
  expect(messages.map(({ seq, author, text, say }) => [seq, author, text, say?.step])).toEqual([
    [2, 'service', 'zh helped? 10000007', 'ask'],
  ]);
  expect(world.delivered[0]).toEqual({ to: 'conversation-1', texts: ['zh helped? 10000007'] });
  expect((await world.record.conversations.load('conversation-1'))?.version).toBe(2);
  const [closing, ...more] = await world.jobs('follow-up');
  expect(more).toEqual([]);
  expect(closing).toMatchObject({ payload: { stage: 'close' }, runAt: minutesAfter(WEEK_MINUTES, DUE) });
  world.now = closing?.runAt ?? DUE;
  await run('close');
  await run('close');
  expect(await state()).toBe('closed');
  const found = await world.record.tickets.byNumber('10000007');
  expect(found?.history.filter(({ action }) => action === 'close')).toHaveLength(1);
  expect(found?.ticket.nextDueAt).toBeNull();
});

test('while a person has the conversation the question waits, for three days at most', async () => {
  await file({}, { status: 'human' });
  world.now = DUE;
  await run('ask');
  expect(await world.record.conversations.messages('conversation-1', 2)).toEqual([]);
  expect((await world.jobs('follow-up')).map(({ payload, runAt }) => [payload.stage, runAt])).toEqual([
    ['ask', minutesAfter(120, DUE)],
  ]);
  world.now = minutesAfter(3 * 1440, DUE);
  await run('ask');
  expect(world.delivered).toEqual([{ to: 'conversation-1', texts: ['zh helped? 10000007'] }]);
});

test('while nobody has taken a waiting conversation over yet the question is asked', async () => {
  await file({}, { status: 'waiting' });
  world.now = DUE;
  await run('ask');
  expect(world.delivered).toHaveLength(1);
});

test('a ticket that came without a conversation is only closed', async () => {
  await file({ conversationId: null });
  world.now = DUE;
  await run('ask');
  expect(world.delivered).toEqual([]);
  expect((await world.jobs('follow-up')).map(({ payload }) => payload.stage)).toEqual(['close']);
});

test('a reopened ticket, or one that was resolved anew, is left alone', async () => {
  await file({ state: 'open' });
  world.now = DUE;
  await run('ask');
  await run('close');
  expect(world.delivered).toEqual([]);
  expect(await state()).toBe('open');
  world = new JobWorld();
  await file();
  await run('ask', minutesAfter(10));
  await run('close', minutesAfter(10));
  expect(world.delivered).toEqual([]);
  expect(await state()).toBe('resolved');
});
