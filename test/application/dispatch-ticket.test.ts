import { createDispatchTicket } from '../../src/application/dispatch-ticket';
import { JobWorld } from '../support/job-world';
import { MORNING, aTicket, minutesAfter } from '../support/records';

let world: JobWorld;
beforeEach(() => (world = new JobWorld()));
const dispatch = (number: string) => createDispatchTicket(world.deps)(number);
const find = async (number: string) => {
  const found = await world.record.tickets.byNumber(number);
  if (!found) throw new Error(`no ticket ${number}`);
  return found;
};

test('the clocks start at dispatch, the office is told, and every mark gets its job', async () => {
  await world.file(aTicket());
  world.now = minutesAfter(30);
  await dispatch('10000007');
  const { ticket, history } = await find('10000007');
  // 10:30 in Shanghai plus two working hours, over the noon rest that ends at 14:30.
  expect(ticket.due.sign).toEqual({ at: new Date('2026-03-10T07:00:00.000Z'), provisional: false });
  expect(ticket).toMatchObject({
    dispatchedAt: minutesAfter(30),
    nextDueAt: ticket.due.sign?.at,
    version: 2,
  });
  expect(history.map(({ action, data }) => [action, data])).toEqual([
    ['file', {}],
    ['dispatch', { office: '150521100' }],
  ]);
  expect((await world.jobs('notify-office')).map(({ payload }) => payload)).toEqual([
    { number: '10000007', officeCode: '150521100', cause: 'dispatch' },
  ]);
  expect((await world.jobs('clock-due')).map(({ runAt, payload }) => [payload.mark, runAt])).toEqual([
    ['sign', ticket.due.sign?.at],
    ['done', ticket.due.done?.at],
  ]);
  expect(world.pokes).toBe(1);
  expect(world.events).toContainEqual(expect.objectContaining({ type: 'ticket', number: '10000007' }));
});

test('run again it changes nothing', async () => {
  await world.file(aTicket());
  await dispatch('10000007');
  const before = await find('10000007');
  world.now = minutesAfter(60);
  await dispatch('10000007');
  expect(await find('10000007')).toEqual(before);
  expect(await world.jobs('notify-office')).toHaveLength(1);
});

test('two runs at the same moment dispatch once', async () => {
  await world.file(aTicket());
  await Promise.all([dispatch('10000007'), dispatch('10000007')]);
  expect((await find('10000007')).history.filter(({ action }) => action === 'dispatch')).toHaveLength(1);
  expect(await world.jobs('notify-office')).toHaveLength(1);
});

test('a repeat of the same telephone and measure is linked on both sides, once', async () => {
  await world.file(aTicket());
  await world.file(aTicket({ number: '10000010', conversationId: 'second', createdAt: minutesAfter(5) }));
  await world.file(
    aTicket({ number: '10000020', conversationId: 'third', measure: 'M08', createdAt: minutesAfter(5) }),
  );
  for (const number of ['10000010', '10000010', '10000007', '10000020']) await dispatch(number);
  const notes = async (number: string) =>
    (await find(number)).history.filter(({ action }) => action === 'note').map(({ data }) => data);
  expect(await notes('10000007')).toEqual([{ repeatedBy: '10000010' }]);
  expect(await notes('10000010')).toEqual([{ repeatOf: '10000007' }]);
  expect(await notes('10000020')).toEqual([]);
});

test('without a telephone nothing is linked; an unknown or merged ticket is left alone', async () => {
  await world.file(aTicket({ fields: {} }));
  await world.file(
    aTicket({ number: '10000010', conversationId: 'second', fields: {}, createdAt: minutesAfter(1) }),
  );
  await dispatch('10000010');
  expect((await find('10000010')).history.map(({ action }) => action)).toEqual(['file', 'dispatch']);
  await world.file(aTicket({ number: '10000020', conversationId: 'third', state: 'merged' }));
  await dispatch('10000020');
  expect((await find('10000020')).ticket.dispatchedAt).toBeNull();
  await expect(dispatch('99999999')).resolves.toBeUndefined();
});

test('a critical ticket has its minutes at night too', async () => {
  await world.file(aTicket({ urgency: 'critical' }));
  world.now = new Date('2026-03-10T18:00:00.000Z');
  await dispatch('10000007');
  expect((await find('10000007')).ticket.nextDueAt).toEqual(new Date('2026-03-10T18:10:00.000Z'));
  expect(MORNING < world.now).toBe(true);
});

test('a ticket that was signed for before its dispatch keeps its clocks, also one resolved since', async () => {
  const due = { follow_up: { at: minutesAfter(900), provisional: false } };
  await world.file(aTicket({ state: 'resolved', outcome: 'helped', due, nextDueAt: minutesAfter(900) }));
  world.now = minutesAfter(30);
  await dispatch('10000007');
  const { ticket } = await find('10000007');
  expect(ticket).toMatchObject({ dispatchedAt: minutesAfter(30), due, nextDueAt: minutesAfter(900) });
  expect(await world.jobs('notify-office')).toEqual([]);
});

test.each([
  ['of another office', { officeCode: '150521101' }],
  ['that is a complaint', { act: 'complaint' }],
  ['that is a report', { act: 'report' }],
  ['about an office', { against: '150521' }],
] as const)(
  'a ticket %s is linked with none, neither as the first nor as the second',
  async (_what, over) => {
    const second = { number: '10000010', conversationId: 'second', createdAt: minutesAfter(5) };
    for (const [first, later] of [
      [over, {}],
      [{}, over],
    ]) {
      world = new JobWorld();
      await world.file(aTicket(first));
      await world.file(aTicket({ ...second, ...later }));
      await dispatch('10000007');
      await dispatch('10000010');
      for (const number of ['10000007', '10000010'])
        expect((await find(number)).history.map(({ action }) => action)).toEqual(['file', 'dispatch']);
    }
  },
);
