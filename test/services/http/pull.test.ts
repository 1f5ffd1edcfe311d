import { createWorld, fileIn, filed, A, type World } from './world';
import { ticketNumber } from '../../../src/domain/tickets/ticket-number';
import { until } from '../../support/until';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.service.stop());

test('ten officers who pull at once get every ticket, and each ticket one holder', async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => ticketNumber(1_000_000 + index));
  for (const number of numbers)
    await fileIn(world.service, `c-${number}`, [
      filed(number, A, `c-${number}`, `139000${number.slice(-5)}`),
    ]);
  const { tickets } = world.service.record;
  await until('all are in the lane', async () => {
    const found = await Promise.all(numbers.map((number) => tickets.byNumber(number)));
    return found.every((one) => one?.ticket.dispatchedAt != null);
  });
  const officers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      world.service.token({ name: `干部${index}`, role: 'officer', officeCode: A }),
    ),
  );
  const pulled: string[][] = officers.map(() => []);
  const pull = async (index: number): Promise<number> => {
    const answer = await fetch(`${world.service.url}/api/v1/offices/${A}/pull`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${officers[index]}` },
      body: JSON.stringify({ max: 3 }),
    });
    const { tickets: got } = (await answer.json()) as { tickets: { number: string; mine: boolean }[] };
    expect(got.every(({ mine }) => mine)).toBe(true);
    pulled[index]?.push(...got.map(({ number }) => number));
    return got.length;
  };
  for (let left = 1; left > 0;)
    left = Math.max(...(await Promise.all(officers.map((_, index) => pull(index)))));
  const all = pulled.flat();
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(numbers.length + 1);
  // And what the record says is what each was told.
  for (const number of all) {
    const found = await tickets.byNumber(number);
    expect(found?.history.filter(({ action }) => action === 'pull')).toHaveLength(1);
  }
});

test('the same Idempotency-Key pulls once, and another body under it is refused', async () => {
  const [number] = [ticketNumber(2_000_000)];
  await fileIn(world.service, 'c-once', [filed(number ?? '', A, 'c-once', '13711112222')]);
  await until(
    'in the lane',
    async () => (await world.service.record.tickets.byNumber(number ?? ''))?.ticket.dispatchedAt != null,
  );
  const pull = (max: number, who = 'officer A') =>
    world.api(who, 'POST', `/offices/${A}/pull`, { max }, { 'idempotency-key': 'k-1' });
  const first = await pull(1);
  expect(first.body.tickets).toHaveLength(1);
  const again = await pull(1);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(await pull(2)).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
  // Somebody else's key of the same name is another key.
  expect((await pull(1, 'second officer A')).body.tickets).toHaveLength(0);
});
