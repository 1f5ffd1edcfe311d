import type { TicketStore } from '../../src/application/ports';
import { minutesAfter } from '../support/records';
import { OFFICE, dispatched, type RecordWorld } from './record-world';

export function listsContract(world: RecordWorld): void {
  describe('lists and counts', () => {
    test('lanes sort by urgency and due time, finished tickets by change, page by page', async () => {
      await world.file(
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
          const page = await world.record.tickets.list({
            officeCodes: [OFFICE], limit: 3, ...filter, ...(cursor !== undefined && { cursor }),
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
      await world.file(
        dispatched('10000007'),
        dispatched('10000010'),
        dispatched('10000020', { state: 'closed', outcome: 'helped' }),
      );
      const counts = await world.record.tickets.counts([OFFICE]);
      expect(counts).toHaveLength(2);
      expect(counts).toContainEqual({
        officeCode: OFFICE, state: 'open', urgency: 'normal', measure: 'M05', outcome: null, n: 2,
      }); // prettier-ignore
      expect(await world.record.tickets.counts(['150521101'])).toEqual([]);
    });
  });
}
