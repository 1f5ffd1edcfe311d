import { MORNING, aConversation, aMessage, aRow, aTurn, minutesAfter } from '../support/records';
import { type RecordWorld } from './record-world';

const NEED = {
  scope: 'measure', measure: 'M08', department: null, act: 'help', urgency: 'normal', danger: 'none', subject: 'self',
} as const; // prettier-ignore

export function turnsContract(world: RecordWorld): void {
  describe('turns', () => {
    test('a conversation comes back as it was committed', async () => {
      const conversation = aConversation({
        waitingSince: MORNING,
        status: 'waiting',
        danger: 'medical',
        urgency: 'critical',
        handoff: 'medical',
        measure: 'M08',
        channelUser: '用户 ☎',
        wakeAt: minutesAfter(30),
        state: { ...aConversation().state, flags: { elder: true, tries: 2 }, said: ['greeting'] },
      });
      expect(await world.record.conversations.commitTurn(aTurn({ conversation }))).toBe('committed');
      expect(await world.record.conversations.load(conversation.id)).toEqual(conversation);
      expect(await world.record.conversations.load('another')).toBeUndefined();
    });

    test('messages come back word for word, also what no table holds as text', async () => {
      const odd = aMessage({
        text: 'NUL \u0000, half a pair \ud83d, <b>',
        dedupeKey: 'key with \u0000 and 中文',
        channelData: { clientActivityID: 'a', nested: [1, null, { deep: true }] },
      });
      await world.record.conversations.commitTurn(aTurn({ messages: [odd] }));
      expect(await world.record.conversations.messages('conversation-1', 0)).toEqual([odd]);
      expect(await world.record.conversations.findTurn('conversation-1', 'key with \u0000 and 中文')).toEqual(
        [odd],
      );
    });

    test('a turn computed from an older version is stale and changes nothing', async () => {
      await world.record.conversations.commitTurn(aTurn());
      const late = aTurn({
        conversation: aConversation({ version: 2, nextSeq: 3 }),
        expectedVersion: 0,
        messages: [aMessage({ seq: 2, dedupeKey: 'late' })],
        outbox: [aRow()],
      });
      expect(await world.record.conversations.commitTurn(late)).toBe('stale');
      expect(await world.record.conversations.commitTurn({ ...late, expectedVersion: null })).toBe('stale');
      expect((await world.record.conversations.load('conversation-1'))?.version).toBe(1);
      expect(await world.record.conversations.messages('conversation-1', 0)).toHaveLength(2);
      expect(await world.record.outbox.pending(10)).toEqual([]);
    });

    test('a message delivered again is a duplicate, whichever version it was computed from', async () => {
      await world.record.conversations.commitTurn(aTurn());
      const again = aMessage({ seq: 2, dedupeKey: 'first' });
      const conversation = aConversation({ version: 2, nextSeq: 3 });
      for (const expectedVersion of [null, 0, 1]) {
        const turn = aTurn({ conversation, expectedVersion, messages: [again], outbox: [aRow()] });
        expect(await world.record.conversations.commitTurn(turn)).toBe('duplicate');
      }
      expect((await world.record.conversations.load('conversation-1'))?.version).toBe(1);
      expect(await world.record.outbox.pending(10)).toEqual([]);
    });

    test('the same key in another conversation is another message', async () => {
      await world.record.conversations.commitTurn(aTurn());
      const other = aTurn({ conversation: aConversation({ id: 'conversation-2' }) });
      expect(await world.record.conversations.commitTurn(other)).toBe('committed');
    });

    test('a turn is found again with its answers and without later ones', async () => {
      await world.record.conversations.commitTurn(aTurn());
      await world.record.conversations.commitTurn(
        aTurn({
          conversation: aConversation({ version: 2, nextSeq: 4 }),
          expectedVersion: 1,
          messages: [aMessage({ seq: 2, dedupeKey: 'second' }), aMessage({ seq: 3, author: 'bot' })],
        }),
      );
      const found = await world.record.conversations.findTurn('conversation-1', 'first');
      expect(found.map(({ seq, author }) => [seq, author])).toEqual([[0, 'citizen'], [1, 'bot']]); // prettier-ignore
      expect(await world.record.conversations.findTurn('conversation-1', 'third')).toEqual([]);
      expect((await world.record.conversations.messages('conversation-1', 2)).map(({ seq }) => seq)).toEqual([
        2, 3,
      ]);
      expect(
        (await world.record.conversations.messages('conversation-1', 1, 2)).map(({ seq }) => seq),
      ).toEqual([1, 2]);
    });

    test('of twenty turns at once from one version exactly one gets through', async () => {
      await world.record.conversations.commitTurn(aTurn());
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          world.record.conversations.commitTurn(
            aTurn({
              conversation: aConversation({ version: 2, nextSeq: 3 }),
              expectedVersion: 1,
              messages: [aMessage({ seq: 2, dedupeKey: `racer ${index}` })],
            }),
          ),
        ),
      );
      expect(results.filter((result) => result === 'committed')).toHaveLength(1);
      expect(results.filter((result) => result === 'stale')).toHaveLength(19);
      expect(await world.record.conversations.messages('conversation-1', 0)).toHaveLength(3);
    });

    test('a changed load does not reach the record, and a recent load is the last commit', async () => {
      await world.record.conversations.commitTurn(aTurn());
      await world.record.conversations.commitTurn(
        aTurn({
          conversation: aConversation({ version: 2, status: 'human' }),
          expectedVersion: 1,
          messages: [],
        }),
      );
      expect((await world.record.conversations.load('conversation-1', 'recent'))?.status).toBe('human');
    });

    test('the queue shows danger first, then who waits longest, then the newest, page by page', async () => {
      const add = (id: string, over: Partial<ReturnType<typeof aConversation>>) =>
        world.record.conversations.commitTurn(aTurn({ conversation: aConversation({ id, ...over }) }));
      await add('old', { lastMessageAt: minutesAfter(0) });
      await add('new', { lastMessageAt: minutesAfter(60) });
      await add('waits', { status: 'waiting', waitingSince: minutesAfter(20) });
      await add('waits-longer', { status: 'waiting', waitingSince: minutesAfter(10) });
      await add('danger', { status: 'waiting', danger: 'fire', waitingSince: minutesAfter(30) });
      await add('danger-over', { status: 'ended', danger: 'fire', lastMessageAt: minutesAfter(30) });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await world.record.conversations.list({
          limit: 2,
          ...(cursor !== undefined && { cursor }),
        });
        expect(page.items.length).toBeLessThanOrEqual(2);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(seen).toEqual(['danger', 'waits-longer', 'waits', 'new', 'danger-over', 'old']);
      const waiting = await world.record.conversations.list({ status: ['waiting', 'human'], limit: 10 });
      expect(waiting.items.map(({ id }) => id)).toEqual(['danger', 'waits-longer', 'waits']);
      expect(waiting.items[0]).toMatchObject({ lastText: '家里没收入了', tickets: [] });
    });

    test('conversations to be looked at come soonest first, whichever way they were written', async () => {
      const { conversations } = world.record;
      const waking = async (minutes: number) =>
        (await conversations.wakingBefore(minutesAfter(minutes), 10)).map(({ id, wakeAt }) => [id, wakeAt]);
      for (const [id, minutes] of [
        ['late', 30],
        ['soon', 10],
      ] as const)
        await conversations.commitTurn(
          aTurn({ conversation: aConversation({ id, wakeAt: minutesAfter(minutes) }) }),
        );
      await conversations.commitTurn(aTurn({ conversation: aConversation({ id: 'never' }) }));
      expect(await waking(10)).toEqual([]);
      expect(await waking(11)).toEqual([['soon', minutesAfter(10)]]);
      expect(await waking(60)).toEqual([
        ['soon', minutesAfter(10)],
        ['late', minutesAfter(30)],
      ]);
      await conversations.commitTurn(
        aTurn({
          conversation: aConversation({ id: 'soon', version: 2, nextSeq: 3, wakeAt: minutesAfter(40) }),
          expectedVersion: 1,
          messages: [aMessage({ conversationId: 'soon', seq: 2 })],
        }),
      );
      await conversations.commitTurn(
        aTurn({
          conversation: aConversation({ id: 'late', version: 2 }),
          expectedVersion: 1,
          messages: [],
          outbox: [aRow()],
        }),
      );
      expect(await waking(60)).toEqual([['soon', minutesAfter(40)]]);
    });

    test('a case that goes on elsewhere leaves its conversation in the same turn, or neither changes', async () => {
      const { conversations } = world.record;
      const unfinished = {
        ...aConversation().state,
        needs: [NEED],
        fields: { caller_phone: { value: '13900001111', status: 'given' as const } },
        flags: { resumeCode: '123456' },
      };
      await conversations.commitTurn(
        aTurn({ conversation: aConversation({ id: 'old', state: unfinished }) }),
      );
      await conversations.commitTurn(aTurn({ conversation: aConversation({ id: 'new' }) }));
      expect((await conversations.resumable('13900001111')).map(({ id }) => id)).toEqual(['old']);
      expect(await conversations.resumable('13900002222')).toEqual([]);
      const [old] = await conversations.resumable('13900001111');
      if (!old) throw new Error('it is not found');
      const left = { ...old, version: 2, status: 'ended' as const, state: aConversation().state };
      const moving = aTurn({
        conversation: aConversation({ id: 'new', version: 2, nextSeq: 3, state: unfinished }),
        expectedVersion: 1,
        messages: [aMessage({ conversationId: 'new', seq: 2 })],
        other: left,
      });
      expect(await conversations.commitTurn({ ...moving, other: { ...left, version: 3 } })).toBe('stale');
      expect((await conversations.resumable('13900001111')).map(({ id }) => id)).toEqual(['old']);
      expect((await conversations.load('new'))?.version).toBe(1);
      expect(await conversations.commitTurn(moving)).toBe('committed');
      expect((await conversations.resumable('13900001111')).map(({ id }) => id)).toEqual(['new']);
      expect(await conversations.load('old')).toEqual(left);
      expect(await conversations.commitTurn(moving)).toBe('stale');
    });
  });
}
