import { aRow, minutesAfter } from '../support/records';
import { type RecordWorld } from './record-world';

export function outboxContract(world: RecordWorld): void {
  describe('outbox', () => {
    test('a row is pending when due, handed over once, lost when not done, and done for good', async () => {
      await world.record.outbox.add([
        aRow(),
        aRow({ id: 'later', runAt: minutesAfter(5) }),
        aRow({ id: 'row-0' }),
      ]);
      await world.record.outbox.add([aRow({ payload: { number: 'another' } })]);
      expect((await world.record.outbox.pending(10)).map(({ id }) => id)).toEqual(['row-0', 'row-1']);
      expect(await world.record.outbox.pending(1)).toHaveLength(1);
      world.now = minutesAfter(5);
      expect(await world.record.outbox.pending(10)).toHaveLength(3);
      await world.record.outbox.markHanded(['row-0', 'row-1'], world.now);
      expect((await world.record.outbox.pending(10)).map(({ id }) => id)).toEqual(['later']);
      expect(await world.record.outbox.lost(world.now, 10)).toEqual([]);
      expect(await world.record.outbox.lost(minutesAfter(6), 10)).toEqual([aRow({ id: 'row-0' }), aRow()]);
      expect(await world.record.outbox.isDone('row-1')).toBe(false);
      await world.record.outbox.markDone('row-1', world.now);
      expect(await world.record.outbox.isDone('row-1')).toBe(true);
      expect((await world.record.outbox.lost(minutesAfter(6), 10)).map(({ id }) => id)).toEqual(['row-0']);
      await world.record.outbox.add([aRow()]);
      expect((await world.record.outbox.pending(10)).map(({ id }) => id)).toEqual(['later']);
    });
  });
}
