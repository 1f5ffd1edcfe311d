/* Longer than 300 lines because the contract of the record is one suite that every implementation runs as a whole. */
import type { Clock, ConversationStore, Outbox, TicketStore } from '../../src/application/ports';
import {
  MORNING,
  aConversation,
  aFiling,
  aLine,
  aMessage,
  aRow,
  aTicket,
  aTurn,
  minutesAfter,
} from '../support/records';

export interface RecordUnderTest {
  readonly conversations: ConversationStore;
  readonly tickets: TicketStore;
  readonly outbox: Outbox;
}

/** What every implementation of the record keeps. `fresh` gives an empty one each time. */
export function recordContract(fresh: (clock: Clock) => Promise<RecordUnderTest>): void {
  let record: RecordUnderTest;
  let now: Date;
  beforeEach(async () => {
    now = MORNING;
    record = await fresh({ now: () => now });
  });
  const office = '150521100';
  const dispatched = (number: string, over = {}) =>
    aTicket({
      number,
      caseId: `case-${number}`,
      conversationId: `c-${number}`,
      dispatchedAt: MORNING,
      ...over,
    });
  const file = async (...tickets: ReturnType<typeof aTicket>[]) => {
    for (const ticket of tickets) {
      const result = await record.conversations.commitTurn(
        aFiling([ticket], { conversation: aConversation({ id: ticket.conversationId ?? 'none' }) }),
      );
      expect(result).toBe('committed');
    }
  };
  const pull = (max: number, holder = 'officer-1', at = MORNING) =>
    record.tickets.pull({ officeCode: office, holder, max, now: at, claimUntil: minutesAfter(15, at) });

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
        state: { ...aConversation().state, flags: { elder: true, tries: 2 }, said: ['greeting'] },
      });
      expect(await record.conversations.commitTurn(aTurn({ conversation }))).toBe('committed');
      expect(await record.conversations.load(conversation.id)).toEqual(conversation);
      expect(await record.conversations.load('another')).toBeUndefined();
    });

    test('messages come back word for word, also what no table holds as text', async () => {
      const odd = aMessage({
        text: 'NUL \u0000, half a pair \ud83d, <b>',
        dedupeKey: 'key with \u0000 and 中文',
        channelData: { clientActivityID: 'a', nested: [1, null, { deep: true }] },
      });
      await record.conversations.commitTurn(aTurn({ messages: [odd] }));
      expect(await record.conversations.messages('conversation-1', 0)).toEqual([odd]);
      expect(await record.conversations.findTurn('conversation-1', 'key with \u0000 and 中文')).toEqual([
        odd,
      ]);
    });

    test('a turn computed from an older version is stale and changes nothing', async () => {
      await record.conversations.commitTurn(aTurn());
      const late = aTurn({
        conversation: aConversation({ version: 2, nextSeq: 3 }),
        expectedVersion: 0,
        messages: [aMessage({ seq: 2, dedupeKey: 'late' })],
        outbox: [aRow()],
      });
      expect(await record.conversations.commitTurn(late)).toBe('stale');
      expect(await record.conversations.commitTurn({ ...late, expectedVersion: null })).toBe('stale');
      expect((await record.conversations.load('conversation-1'))?.version).toBe(1);
      expect(await record.conversations.messages('conversation-1', 0)).toHaveLength(2);
      expect(await record.outbox.pending(10)).toEqual([]);
    });

    test('a message delivered again is a duplicate, whichever version it was computed from', async () => {
      await record.conversations.commitTurn(aTurn());
      const again = aMessage({ seq: 2, dedupeKey: 'first' });
      const conversation = aConversation({ version: 2, nextSeq: 3 });
      for (const expectedVersion of [null, 0, 1]) {
        const turn = aTurn({ conversation, expectedVersion, messages: [again], outbox: [aRow()] });
        expect(await record.conversations.commitTurn(turn)).toBe('duplicate');
      }
      expect((await record.conversations.load('conversation-1'))?.version).toBe(1);
      expect(await record.outbox.pending(10)).toEqual([]);
    });

    test('the same key in another conversation is another message', async () => {
      await record.conversations.commitTurn(aTurn());
      const other = aTurn({ conversation: aConversation({ id: 'conversation-2' }) });
      expect(await record.conversations.commitTurn(other)).toBe('committed');
    });

    test('a turn is found again with its answers and without later ones', async () => {
      await record.conversations.commitTurn(aTurn());
      await record.conversations.commitTurn(
        aTurn({
          conversation: aConversation({ version: 2, nextSeq: 4 }),
          expectedVersion: 1,
          messages: [aMessage({ seq: 2, dedupeKey: 'second' }), aMessage({ seq: 3, author: 'bot' })],
        }),
      );
      const found = await record.conversations.findTurn('conversation-1', 'first');
      expect(found.map(({ seq, author }) => [seq, author])).toEqual([[0, 'citizen'], [1, 'bot']]); // prettier-ignore
      expect(await record.conversations.findTurn('conversation-1', 'third')).toEqual([]);
      expect((await record.conversations.messages('conversation-1', 2)).map(({ seq }) => seq)).toEqual([
        2, 3,
      ]);
      expect((await record.conversations.messages('conversation-1', 1, 2)).map(({ seq }) => seq)).toEqual([
        1, 2,
      ]);
    });

    test('of twenty turns at once from one version exactly one gets through', async () => {
      await record.conversations.commitTurn(aTurn());
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          record.conversations.commitTurn(
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
      expect(await record.conversations.messages('conversation-1', 0)).toHaveLength(3);
    });

    test('a changed load does not reach the record, and a recent load is the last commit', async () => {
      await record.conversations.commitTurn(aTurn());
      await record.conversations.commitTurn(
        aTurn({
          conversation: aConversation({ version: 2, status: 'human' }),
          expectedVersion: 1,
          messages: [],
        }),
      );
      expect((await record.conversations.load('conversation-1', 'recent'))?.status).toBe('human');
    });

    test('the queue shows danger first, then who waits longest, then the newest, page by page', async () => {
      const add = (id: string, over: Partial<ReturnType<typeof aConversation>>) =>
        record.conversations.commitTurn(aTurn({ conversation: aConversation({ id, ...over }) }));
      await add('old', { lastMessageAt: minutesAfter(0) });
      await add('new', { lastMessageAt: minutesAfter(60) });
      await add('waits', { status: 'waiting', waitingSince: minutesAfter(20) });
      await add('waits-longer', { status: 'waiting', waitingSince: minutesAfter(10) });
      await add('danger', { status: 'waiting', danger: 'fire', waitingSince: minutesAfter(30) });
      await add('danger-over', { status: 'ended', danger: 'fire', lastMessageAt: minutesAfter(30) });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await record.conversations.list({ limit: 2, ...(cursor !== undefined && { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(2);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(seen).toEqual(['danger', 'waits-longer', 'waits', 'new', 'danger-over', 'old']);
      const waiting = await record.conversations.list({ status: ['waiting', 'human'], limit: 10 });
      expect(waiting.items.map(({ id }) => id)).toEqual(['danger', 'waits-longer', 'waits']);
      expect(waiting.items[0]).toMatchObject({ lastText: '家里没收入了', tickets: [] });
    });
  });

  describe('tickets', () => {
    test('a filed ticket comes back whole, with its history and its jobs', async () => {
      const ticket = aTicket({
        due: {
          sign: { at: minutesAfter(60), provisional: false },
          done: { at: minutesAfter(900), provisional: true },
        },
        nextDueAt: minutesAfter(60),
        assistOffices: ['150521'],
        fields: {
          caller_name: { value: '王秀英', status: 'given', source: 4 },
          need: { value: null, status: 'refused' },
        },
      });
      const line = aLine({ note: '本人说的话 \u0000', data: { office, count: 2, sure: true } });
      await record.conversations.commitTurn(
        aFiling([], { newTickets: [{ ticket, history: [line] }], outbox: [aRow()] }),
      );
      expect(await record.tickets.byNumber(ticket.number)).toEqual({ ticket, history: [line] });
      expect(await record.tickets.byConversation('conversation-1')).toEqual([ticket]);
      expect(await record.tickets.byCase('case-1')).toEqual([ticket]);
      expect(await record.outbox.pending(10)).toEqual([aRow()]);
      expect(await record.tickets.byNumber('99999999')).toBeUndefined();
    });

    test('a number that is taken makes the turn stale, so that it draws another', async () => {
      await file(aTicket());
      const clash = aFiling([aTicket({ caseId: 'case-2', conversationId: 'conversation-2' })]);
      expect(await record.conversations.commitTurn(clash)).toBe('stale');
      expect(await record.conversations.load('conversation-2')).toBeUndefined();
    });

    test('the telephone finds open tickets of the same measure, however it is written', async () => {
      await file(
        dispatched('10000007'),
        dispatched('10000010', { measure: 'M08' }),
        dispatched('10000020', { state: 'closed' }),
      );
      const found = await record.tickets.openByPhone('+86 138-0000-1234', 'M05');
      expect(found.map(({ number }) => number)).toEqual(['10000007']);
      expect(await record.tickets.openByPhone('13900001234', 'M05')).toEqual([]);
      expect(await record.tickets.openByPhone('13800001234', null)).toEqual([]);
      expect(await record.tickets.phoneMatches('10000007', '13800001234')).toBe(true);
      expect(await record.tickets.phoneMatches('10000007', '13800001235')).toBe(false);
      expect(await record.tickets.phoneMatches('99999999', '13800001234')).toBe(false);
    });

    test('a change needs the version that it was made from, and brings its jobs', async () => {
      await file(aTicket());
      const ticket = aTicket({
        version: 2,
        state: 'signed',
        holder: 'officer-1',
        updatedAt: minutesAfter(5),
      });
      const change = {
        ticket,
        expectedVersion: 1,
        history: [aLine({ action: 'sign', from: 'open', to: 'signed' })],
      };
      expect(await record.tickets.change(change, [aRow()])).toBe('changed');
      expect(await record.tickets.change(change, [aRow({ id: 'row-2' })])).toBe('stale');
      const found = await record.tickets.byNumber(ticket.number);
      expect(found?.ticket).toEqual(ticket);
      expect(found?.history.map(({ action }) => action)).toEqual(['file', 'sign']);
      expect((await record.outbox.pending(10)).map(({ id }) => id)).toEqual(['row-1']);
    });

    test('a turn with a stale ticket change is stale as a whole', async () => {
      await file(aTicket());
      const turn = aTurn({
        conversation: aConversation({ version: 2, nextSeq: 3 }),
        expectedVersion: 1,
        messages: [aMessage({ seq: 2, dedupeKey: 'reopen' })],
        ticketChanges: [{ ticket: aTicket({ version: 6 }), expectedVersion: 5, history: [aLine()] }],
        outbox: [aRow()],
      });
      expect(await record.conversations.commitTurn(turn)).toBe('stale');
      expect((await record.conversations.load('conversation-1'))?.version).toBe(1);
      expect(await record.outbox.pending(10)).toEqual([]);
    });

    test('the same two offices do not send a ticket back and forth twice', async () => {
      await file(aTicket());
      const back = (version: number, from: string, to: string) =>
        record.tickets.change(
          {
            ticket: aTicket({ version: version + 1, officeCode: to }),
            expectedVersion: version,
            history: [aLine({ action: 'return', from: 'signed', data: { fromOffice: from, office: to } })],
          },
          [],
        );
      expect(await back(1, '150521100', '150521101')).toBe('changed');
      await expect(back(2, '150521101', '150521100')).rejects.toMatchObject({ code: 'conflict' });
      expect(await back(2, '150521101', '150521')).toBe('changed');
    });

    test('clocks are found by when they fall due', async () => {
      await file(
        dispatched('10000007', { nextDueAt: minutesAfter(10) }),
        dispatched('10000010', { nextDueAt: minutesAfter(5) }),
        dispatched('10000020', { nextDueAt: null }),
      );
      const due = await record.tickets.dueBetween(MORNING, minutesAfter(10), 9);
      expect(due.map(({ number }) => number)).toEqual(['10000010']);
      const all = await record.tickets.dueBetween(MORNING, minutesAfter(11), 9);
      expect(all.map(({ number }) => number)).toEqual(['10000010', '10000007']);
    });
  });

  describe('pull', () => {
    test('the most urgent first, then the oldest; only what was dispatched to this office', async () => {
      await file(
        dispatched('10000007', { dispatchedAt: minutesAfter(2) }),
        dispatched('10000010', { dispatchedAt: minutesAfter(1) }),
        dispatched('10000020', { urgency: 'critical', dispatchedAt: minutesAfter(9) }),
        dispatched('10000030', { urgency: 'urgent', dispatchedAt: minutesAfter(9) }),
        dispatched('10000040', { dispatchedAt: null }),
        dispatched('10000050', { officeCode: '150521101' }),
      );
      expect((await pull(3)).map(({ number }) => number)).toEqual(['10000020', '10000030', '10000010']);
      const [last, ...none] = await pull(3, 'officer-2');
      expect(none).toEqual([]);
      expect(last).toMatchObject({
        number: '10000007', state: 'claimed', holder: 'officer-2', version: 2, claimExpiresAt: minutesAfter(15),
      }); // prettier-ignore
      const found = await record.tickets.byNumber('10000007');
      expect(found?.ticket).toEqual(last);
      expect(found?.history.at(-1)).toMatchObject({
        action: 'pull',
        actor: 'officer-2',
        from: 'open',
        to: 'claimed',
      });
    });

    test('a claim that lapsed is pulled again; one that holds is not', async () => {
      await file(dispatched('10000007'));
      expect(await pull(1)).toHaveLength(1);
      expect(await pull(1, 'officer-2', minutesAfter(14))).toEqual([]);
      const [again] = await pull(1, 'officer-2', minutesAfter(15));
      expect(again).toMatchObject({ holder: 'officer-2', claimExpiresAt: minutesAfter(30) });
    });

    test('ten officers at once never get the same ticket, and together get all', async () => {
      const numbers = Array.from({ length: 40 }, (_, index) => String(20_000_000 + index));
      await file(...numbers.map((number) => dispatched(number)));
      const taken: string[] = [];
      for (let round = 0; round < 10 && taken.length < 40; round += 1) {
        const pulls = await Promise.all(
          Array.from({ length: 10 }, (_, index) => pull(4, `officer-${index}`)),
        );
        taken.push(...pulls.flat().map(({ number }) => number));
      }
      expect([...taken].sort()).toEqual(numbers);
    });
  });

  describe('lists and counts', () => {
    test('lanes sort by urgency and due time, finished tickets by change, page by page', async () => {
      await file(
        dispatched('10000007', { nextDueAt: minutesAfter(30) }),
        dispatched('10000010', { nextDueAt: minutesAfter(10) }),
        dispatched('10000020', { nextDueAt: null, urgency: 'critical' }),
        dispatched('10000030', { nextDueAt: null }),
        dispatched('10000040', { state: 'closed', updatedAt: minutesAfter(1) }),
        dispatched('10000050', { state: 'closed', updatedAt: minutesAfter(2), holder: 'officer-1' }),
        dispatched('10000060', { officeCode: '150521101' }),
      );
      const all = async (filter: Omit<Parameters<TicketStore['list']>[0], 'limit' | 'officeCodes'>) => {
        const numbers: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await record.tickets.list({
            officeCodes: [office], limit: 3, ...filter, ...(cursor !== undefined && { cursor }),
          }); // prettier-ignore
          numbers.push(...page.items.map(({ number }) => number));
          cursor = page.next;
        } while (cursor !== undefined);
        return numbers;
      };
      expect(await all({ states: ['open', 'claimed'] })).toEqual([
        '10000020',
        '10000010',
        '10000007',
        '10000030',
      ]);
      expect(await all({ states: ['closed'] })).toEqual(['10000050', '10000040']);
      expect(await all({ states: ['closed'], holder: 'officer-1' })).toEqual(['10000050']);
      expect(await all({ states: [] })).toEqual([]);
      expect(await all({})).toHaveLength(6);
    });

    test('counts are grouped', async () => {
      await file(
        dispatched('10000007'),
        dispatched('10000010'),
        dispatched('10000020', { state: 'closed', outcome: 'helped' }),
      );
      const counts = await record.tickets.counts([office]);
      expect(counts).toHaveLength(2);
      expect(counts).toContainEqual({
        officeCode: office, state: 'open', urgency: 'normal', measure: 'M05', outcome: null, n: 2,
      }); // prettier-ignore
      expect(await record.tickets.counts(['150521101'])).toEqual([]);
    });
  });

  describe('outbox', () => {
    test('a row is pending when due, handed over once, lost when not done, and done for good', async () => {
      await record.outbox.add([aRow(), aRow({ id: 'later', runAt: minutesAfter(5) }), aRow({ id: 'row-0' })]);
      await record.outbox.add([aRow({ payload: { number: 'another' } })]);
      expect((await record.outbox.pending(10)).map(({ id }) => id)).toEqual(['row-0', 'row-1']);
      expect(await record.outbox.pending(1)).toHaveLength(1);
      now = minutesAfter(5);
      expect(await record.outbox.pending(10)).toHaveLength(3);
      await record.outbox.markHanded(['row-0', 'row-1'], now);
      expect((await record.outbox.pending(10)).map(({ id }) => id)).toEqual(['later']);
      expect(await record.outbox.lost(now, 10)).toEqual([]);
      expect(await record.outbox.lost(minutesAfter(6), 10)).toEqual([aRow({ id: 'row-0' }), aRow()]);
      expect(await record.outbox.isDone('row-1')).toBe(false);
      await record.outbox.markDone('row-1', now);
      expect(await record.outbox.isDone('row-1')).toBe(true);
      expect((await record.outbox.lost(minutesAfter(6), 10)).map(({ id }) => id)).toEqual(['row-0']);
      await record.outbox.add([aRow()]);
      expect((await record.outbox.pending(10)).map(({ id }) => id)).toEqual(['later']);
    });
  });
}
