import { minutesAfter } from '../support/records';
import { dispatched, type RecordWorld } from './record-world';

export function pullContract(world: RecordWorld): void {
  describe('pull', () => {
    test('the most urgent first, then the oldest; only what was dispatched to this office', async () => {
      await world.file(
        dispatched('10000007', { dispatchedAt: minutesAfter(2) }),
        dispatched('10000010', { dispatchedAt: minutesAfter(1) }),
        dispatched('10000020', { urgency: 'critical', dispatchedAt: minutesAfter(9) }),
        dispatched('10000030', { urgency: 'urgent', dispatchedAt: minutesAfter(9) }),
        dispatched('10000040', { dispatchedAt: null }),
        dispatched('10000050', { officeCode: '150521101' }),
      );
      expect((await world.pull(3)).map(({ number }) => number)).toEqual(['10000020', '10000030', '10000010']);
      const [last, ...none] = await world.pull(3, 'officer-2');
      expect(none).toEqual([]);
      expect(last).toMatchObject({
        number: '10000007', state: 'claimed', holder: 'officer-2', version: 2, claimExpiresAt: minutesAfter(15),
      }); // prettier-ignore
      const found = await world.record.tickets.byNumber('10000007');
      expect(found?.ticket).toEqual(last);
      expect(found?.history.at(-1)).toMatchObject({
        action: 'pull',
        actor: 'officer-2',
        from: 'open',
        to: 'claimed',
      });
    });

    test('a claim that lapsed is pulled again; one that holds is not', async () => {
      await world.file(dispatched('10000007'));
      expect(await world.pull(1)).toHaveLength(1);
      expect(await world.pull(1, 'officer-2', minutesAfter(14))).toEqual([]);
      const [again] = await world.pull(1, 'officer-2', minutesAfter(15));
      expect(again).toMatchObject({ holder: 'officer-2', claimExpiresAt: minutesAfter(30) });
    });

    test('ten officers at once never get the same ticket, and together get all', async () => {
      const numbers = Array.from({ length: 40 }, (_, index) => String(20_000_000 + index));
      await world.file(...numbers.map((number) => dispatched(number)));
      const taken: string[] = [];
      for (let round = 0; round < 10 && taken.length < 40; round += 1) {
        const pulls = await Promise.all(
          Array.from({ length: 10 }, (_, index) => world.pull(4, `officer-${index}`)),
        );
        taken.push(...pulls.flat().map(({ number }) => number));
      }
      expect([...taken].sort()).toEqual(numbers);
    });
  });
}
