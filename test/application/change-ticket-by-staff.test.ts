import { createChangeTicketByStaff, type StaffStep } from '../../src/application/change-ticket-by-staff';
import type { Actor, Role } from '../../src/domain/access/actor';
import type { Office } from '../../src/domain/routing/office';
import type { Ticket } from '../../src/domain/tickets/ticket';
import { JobWorld } from '../support/job-world';
import { aTicket } from '../support/records';

const TOWN = '150521100';
const COUNTY = '150521';
const LEAGUE = '1505';
const PARENT: Readonly<Record<string, string>> = {
  [TOWN]: COUNTY,
  [COUNTY]: LEAGUE,
  '150522100': '150522',
  '150522': LEAGUE,
  [LEAGUE]: '15',
  '15': '15',
};
const officeOf = (code: string): Office => ({ code, level: 'county', name: { zh: code, en: code } });
const actor = (role: Role, officeCode: string): Actor => ({
  id: `${role} ${officeCode}`,
  name: '',
  role,
  officeCode,
});
const ABOVE = actor('supervisor', '15');

let world: JobWorld;
beforeEach(() => (world = new JobWorld()));
const step = (who: Actor, wanted: StaffStep) =>
  createChangeTicketByStaff({
    ...world.deps,
    isWithin: (office, scope) => office.startsWith(scope),
    above: (code) => officeOf(PARENT[code] ?? '15'),
  })(who, '10000007', wanted);
const file = (over: Partial<Ticket>) => world.file(aTicket(over));

test.each(['transfer', 'assist', 'return', 'escalate'] as const)(
  'the office complained of, and one under it, gets the ticket by no %s',
  async (action) => {
    await file({ state: 'signed', holder: 'x', officeCode: LEAGUE, act: 'complaint', against: COUNTY });
    for (const officeCode of [COUNTY, TOWN])
      await expect(step(ABOVE, { action, reason: '转', officeCode })).rejects.toMatchObject({
        code: 'invalid_input',
        faults: [expect.objectContaining({ field: 'body.officeCode' })],
      });
    expect((await world.record.tickets.byNumber('10000007'))?.ticket.officeCode).toBe(LEAGUE);
  },
);

test('what leaves its office without a name skips the office complained of', async () => {
  await file({ state: 'signed', holder: 'x', officeCode: '150522100', against: '150522' });
  expect((await step(ABOVE, { action: 'escalate', reason: '管不了' })).officeCode).toBe(LEAGUE);
});

test('sent back and forth between township and county, the league decides', async () => {
  await file({ state: 'claimed', holder: 'officer 150521100' });
  const township = actor('officer', TOWN);
  const county = actor('supervisor', COUNTY);
  expect((await step(township, { action: 'return', reason: '不归我们' })).officeCode).toBe(COUNTY);
  expect((await step(county, { action: 'transfer', reason: '归你们', officeCode: TOWN })).officeCode).toBe(
    TOWN,
  );
  await step(township, { action: 'sign' });
  const decided = await step(township, { action: 'return', reason: '还是不归我们' });
  expect(decided).toMatchObject({ officeCode: LEAGUE, needsPerson: true });
});

test('who is asked to help hears of it, and the act and its audit are one', async () => {
  await file({ state: 'signed', holder: 'officer 150521100' });
  await step(actor('officer', TOWN), { action: 'assist', reason: '一起上门', officeCode: '150521101' });
  expect((await world.jobs('notify-office')).map(({ payload }) => payload)).toEqual([
    { number: '10000007', officeCode: '150521101', cause: 'assist' },
  ]);
  expect(world.record.audited).toEqual([
    expect.objectContaining({ action: 'ticket.assist', subject: '10000007', actor: 'officer 150521100' }),
  ]);
});

test('a return is audited together with what it says about the table', async () => {
  await file({ state: 'claimed', holder: 'officer 150521100' });
  await step(actor('officer', TOWN), { action: 'return', reason: '不归我们' });
  expect(world.record.audited.map(({ action }) => action)).toEqual([
    'ticket.return',
    'responsibility.proposed',
  ]);
});

test('a step that is refused is not audited', async () => {
  await file({ state: 'closed' });
  await expect(step(actor('officer', TOWN), { action: 'sign' })).rejects.toThrow();
  expect(world.record.audited).toEqual([]);
});
