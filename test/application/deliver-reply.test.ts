import { createDeliverReply } from '../../src/application/deliver-reply';
import { createNotifyOffice, type OfficeNotice } from '../../src/application/notify-office';
import { JobWorld } from '../support/job-world';
import { MORNING, aConversation, aLine, aMessage, aTicket, aTurn, minutesAfter } from '../support/records';

let world: JobWorld;
beforeEach(() => (world = new JobWorld()));

test('stored messages are pushed, from and to inclusive', async () => {
  const messages = [0, 1, 2, 3].map((seq) => aMessage({ seq, text: `words ${seq}` }));
  await world.record.conversations.commitTurn(
    aTurn({ messages, conversation: aConversation({ nextSeq: 4 }) }),
  );
  const deliver = createDeliverReply(world.deps);
  await deliver({ conversationId: 'conversation-1', from: 1, to: 2 }, 'job-1');
  expect(world.delivered).toEqual([{ to: 'conversation-1', texts: ['words 1', 'words 2'] }]);
  await expect(deliver({ conversationId: 'gone', from: 0, to: 0 }, 'job-2')).resolves.toBeUndefined();
});

test('news of a ticket is worded with the officer’s explanation, stored once, and pushed', async () => {
  await world.file(aTicket());
  await world.record.tickets.change(
    {
      ticket: aTicket({ version: 2, state: 'resolved' }),
      expectedVersion: 1,
      history: [
        aLine({ action: 'note', note: '内部', toCitizen: false }),
        aLine({ action: 'resolve', note: '已经给您办好了' }),
      ],
    },
    [],
  );
  const deliver = createDeliverReply(world.deps);
  await deliver({ number: '10000007', news: 'resolve' }, 'job-1');
  await deliver({ number: '10000007', news: 'resolve' }, 'job-1');
  const stored = await world.record.conversations.messages('conversation-1', 2);
  expect(stored.map(({ text }) => text)).toEqual(['zh resolve 10000007: 已经给您办好了']);
  expect(world.delivered).toHaveLength(2);
  expect(world.events).toContainEqual({ type: 'message', id: 'conversation-1', seq: 2 });
  await deliver({ number: '10000007', news: 'extend' }, 'job-2');
  expect(await world.record.conversations.messages('conversation-1', 2)).toHaveLength(2);
});

test('a citizen’s turn at the same moment does not lose the news', async () => {
  await world.file(aTicket());
  const { conversations } = world.record;
  let raced = false;
  const racing = {
    ...world.deps,
    conversations: {
      ...conversations,
      commitTurn: async (turn: Parameters<typeof conversations.commitTurn>[0]) => {
        if (!raced) {
          raced = true;
          await conversations.commitTurn(
            aTurn({
              conversation: aConversation({ version: 2, nextSeq: 3 }),
              expectedVersion: 1,
              messages: [aMessage({ seq: 2, dedupeKey: 'meanwhile' })],
            }),
          );
        }
        return conversations.commitTurn(turn);
      },
    },
  };
  await createDeliverReply(racing)({ number: '10000007', news: 'extend' }, 'job-1');
  expect((await conversations.messages('conversation-1', 2)).map(({ seq, author }) => [seq, author])).toEqual(
    [
      [2, 'citizen'],
      [3, 'service'],
    ],
  );
  expect(await conversations.load('conversation-1')).toMatchObject({ version: 3, nextSeq: 4 });
});

test('a ticket without a conversation has nobody to tell', async () => {
  await world.file(aTicket({ conversationId: null }));
  await createDeliverReply(world.deps)({ number: '10000007', news: 'resolve' }, 'job-1');
  expect(world.delivered).toEqual([]);
});

test('an office is told with ids and codes alone, and every open mark has its job', async () => {
  const due = { sign: { at: minutesAfter(60), provisional: false } };
  await world.file(aTicket({ due, nextDueAt: minutesAfter(60), urgency: 'urgent' }));
  const sent: OfficeNotice[] = [];
  const notify = createNotifyOffice({
    ...world.deps,
    send: (notice) => Promise.resolve(void sent.push(notice)),
  });
  const payload = { number: '10000007', officeCode: '150521100', cause: 'reopen' } as const;
  await notify(payload, 'job-1');
  await notify(payload, 'job-1');
  expect(sent[0]).toEqual({
    id: 'job-1',
    type: 'ticket.reopen',
    time: MORNING.toISOString(),
    data: { number: '10000007', officeCode: '150521100', state: 'open', urgency: 'urgent' },
  });
  expect(await world.jobs('clock-due')).toHaveLength(1);
  expect(world.events).toContainEqual({
    type: 'ticket', number: '10000007', officeCode: '150521100', state: 'open', urgency: 'urgent',
  }); // prettier-ignore
});
