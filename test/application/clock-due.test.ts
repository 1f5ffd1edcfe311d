import { createClockDue } from '../../src/application/clock-due';
import type { Ticket } from '../../src/domain/tickets/ticket';
import { JobWorld } from '../support/job-world';
import { aTicket, minutesAfter } from '../support/records';

let world: JobWorld;
beforeEach(() => (world = new JobWorld()));
const due = (minutes: number) => ({ at: minutesAfter(minutes), provisional: false });
const fire = (mark: 'sign' | 'done', minutes: number) =>
  createClockDue(world.deps)({ number: '10000007', mark, due: minutesAfter(minutes).toISOString() });
const file = (over: Partial<Ticket>) => world.file(aTicket({ dispatchedAt: minutesAfter(0), ...over }));
const breaches = async () =>
  (await world.record.tickets.byNumber('10000007'))?.history
    .filter(({ action }) => action === 'breach')
    .map(({ data }) => data);

test('a missed mark is a breach, once, and office and supervisors hear of it', async () => {
  await file({ due: { sign: due(60) }, nextDueAt: minutesAfter(60) });
  world.now = minutesAfter(60);
  await fire('sign', 60);
  await fire('sign', 60);
  expect(await breaches()).toEqual([{ mark: 'sign', due: minutesAfter(60).toISOString() }]);
  expect((await world.jobs('notify-office')).map(({ payload }) => payload.cause)).toEqual(['breach']);
  expect(world.events.filter(({ type }) => type === 'ticket')).toHaveLength(1);
});

test('a mark that was met is none', async () => {
  await file({ state: 'signed', due: { done: due(900) }, nextDueAt: minutesAfter(900) });
  world.now = minutesAfter(60);
  await fire('sign', 60);
  expect(await breaches()).toEqual([]);
});

test('a mark that was moved gets a job for its new time', async () => {
  await file({ due: { done: due(1200) }, nextDueAt: minutesAfter(1200) });
  world.now = minutesAfter(900);
  await fire('done', 900);
  expect(await breaches()).toEqual([]);
  expect((await world.jobs('clock-due')).map(({ runAt }) => runAt)).toEqual([minutesAfter(1200)]);
  world.now = minutesAfter(1200);
  await fire('done', 1200);
  expect(await breaches()).toHaveLength(1);
});

test('a job for an earlier plan of the same mark says nothing about the present one', async () => {
  await file({ due: { sign: due(50) }, nextDueAt: minutesAfter(50) });
  world.now = minutesAfter(60);
  await fire('sign', 40);
  expect(await breaches()).toEqual([]);
});

test('the same mark missed again after a restart of the clocks is a second breach', async () => {
  await file({ due: { sign: due(60) }, nextDueAt: minutesAfter(60) });
  world.now = minutesAfter(60);
  await fire('sign', 60);
  const found = await world.record.tickets.byNumber('10000007');
  if (!found) throw new Error('lost');
  await world.record.tickets.change(
    { ticket: { ...found.ticket, due: { sign: due(120) }, version: 3 }, expectedVersion: 2, history: [] },
    [],
  );
  world.now = minutesAfter(120);
  await fire('sign', 120);
  expect(await breaches()).toHaveLength(2);
});
