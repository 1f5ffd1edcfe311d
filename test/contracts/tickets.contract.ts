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
import { OFFICE, dispatched, type RecordWorld } from './record-world';

export function ticketsContract(world: RecordWorld): void {
  describe('tickets', () => {
    test('a filed ticket comes back whole, with its history and its jobs', async () => {
      const ticket = aTicket({
        due: {
          sign: { at: minutesAfter(60), provisional: false },
          done: { at: minutesAfter(900), provisional: true },
        },
        nextDueAt: minutesAfter(60),
        assistOffices: ['150521'],
        against: '150521101',
        said: { from: 0, to: 1 },
        fields: {
          caller_name: { value: '王秀英', status: 'given', source: 4 },
          need: { value: null, status: 'refused' },
        },
      });
      const line = aLine({ note: '本人说的话 \u0000', data: { OFFICE, count: 2, sure: true } });
      await world.record.conversations.commitTurn(
        aFiling([], { newTickets: [{ ticket, history: [line] }], outbox: [aRow()] }),
      );
      expect(await world.record.tickets.byNumber(ticket.number)).toEqual({ ticket, history: [line] });
      expect(await world.record.tickets.byConversation('conversation-1')).toEqual([ticket]);
      expect(await world.record.tickets.byCase('case-1')).toEqual([ticket]);
      expect(await world.record.outbox.pending(10)).toEqual([aRow()]);
      expect(await world.record.tickets.byNumber('99999999')).toBeUndefined();
    });

    test('the span of a ticket may grow; whom it is about stays', async () => {
      const ticket = aTicket({ against: '150521101', said: { from: 0, to: 1 } });
      await world.file(ticket);
      const grown = { ...ticket, said: { from: 0, to: 5 }, version: 2 };
      const change = { ticket: grown, expectedVersion: 1, history: [] };
      expect(await world.record.tickets.change(change, [])).toBe('changed');
      expect((await world.record.tickets.byNumber(ticket.number))?.ticket).toEqual(grown);
    });

    test('a number that is taken makes the turn stale, so that it draws another', async () => {
      await world.file(aTicket());
      const clash = aFiling([aTicket({ caseId: 'case-2', conversationId: 'conversation-2' })]);
      expect(await world.record.conversations.commitTurn(clash)).toBe('stale');
      expect(await world.record.conversations.load('conversation-2')).toBeUndefined();
    });

    test('the telephone finds open tickets of the same measure, however it is written', async () => {
      await world.file(
        dispatched('10000007'),
        dispatched('10000010', { measure: 'M08' }),
        dispatched('10000020', { state: 'closed' }),
      );
      const found = await world.record.tickets.openByPhone('+86 138-0000-1234', 'M05');
      expect(found.map(({ number }) => number)).toEqual(['10000007']);
      expect(await world.record.tickets.openByPhone('13900001234', 'M05')).toEqual([]);
      expect(await world.record.tickets.openByPhone('13800001234', null)).toEqual([]);
      expect(await world.record.tickets.phoneMatches('10000007', '13800001234')).toBe(true);
      expect(await world.record.tickets.phoneMatches('10000007', '13800001235')).toBe(false);
      expect(await world.record.tickets.phoneMatches('99999999', '13800001234')).toBe(false);
    });

    test('a change needs the version that it was made from, and brings its jobs', async () => {
      await world.file(aTicket());
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
      expect(await world.record.tickets.change(change, [aRow()])).toBe('changed');
      expect(await world.record.tickets.change(change, [aRow({ id: 'row-2' })])).toBe('stale');
      const found = await world.record.tickets.byNumber(ticket.number);
      expect(found?.ticket).toEqual(ticket);
      expect(found?.history.map(({ action }) => action)).toEqual(['file', 'sign']);
      expect((await world.record.outbox.pending(10)).map(({ id }) => id)).toEqual(['row-1']);
    });

    test('a turn with a stale ticket change is stale as a whole', async () => {
      await world.file(aTicket());
      const turn = aTurn({
        conversation: aConversation({ version: 2, nextSeq: 3 }),
        expectedVersion: 1,
        messages: [aMessage({ seq: 2, dedupeKey: 'reopen' })],
        ticketChanges: [{ ticket: aTicket({ version: 6 }), expectedVersion: 5, history: [aLine()] }],
        outbox: [aRow()],
      });
      expect(await world.record.conversations.commitTurn(turn)).toBe('stale');
      expect((await world.record.conversations.load('conversation-1'))?.version).toBe(1);
      expect(await world.record.outbox.pending(10)).toEqual([]);
    });

    test('the same two offices do not send a ticket back and forth twice', async () => {
      await world.file(aTicket());
      const back = (version: number, from: string, to: string) =>
        world.record.tickets.change(
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
      await world.file(
        dispatched('10000007', { nextDueAt: minutesAfter(10) }),
        dispatched('10000010', { nextDueAt: minutesAfter(5) }),
        dispatched('10000020', { nextDueAt: null }),
      );
      const due = await world.record.tickets.dueBetween(MORNING, minutesAfter(10), 9);
      expect(due.map(({ number }) => number)).toEqual(['10000010']);
      const all = await world.record.tickets.dueBetween(MORNING, minutesAfter(11), 9);
      expect(all.map(({ number }) => number)).toEqual(['10000010', '10000007']);
    });
  });
}
