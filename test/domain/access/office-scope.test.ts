import type { Actor, Role } from '../../../src/domain/access/actor';
import {
  mayChangeTicket,
  mayReadConversation,
  mayReadLanes,
  mayReadWhole,
  mayReportOn,
  maySeeTicket,
} from '../../../src/domain/access/office-scope';

const actor = (role: Role, officeCode: string | null): Actor => ({ id: 'a', name: 'a', role, officeCode });
/** As the gazetteer nests codes, without its exceptions. */
const isWithin = (office: string, scope: string): boolean => office.startsWith(scope);

const BAOKANG = '150521100';
const NEXT_DOOR = '150521101';
const COUNTY = '150521';
const OTHER_COUNTY = '150522';

// role, its office, the ticket's office, offices that assist → sees, changes
test.each<[Role, string | null, string, readonly string[], boolean, boolean]>([
  ['officer', BAOKANG, BAOKANG, [], true, true],
  ['officer', BAOKANG, NEXT_DOOR, [], false, false],
  ['officer', BAOKANG, NEXT_DOOR, [BAOKANG], true, false],
  ['officer', BAOKANG, COUNTY, [], false, false],
  // An officer of a county's desk has that desk, not the townships under it.
  ['officer', COUNTY, BAOKANG, [], false, false],
  ['officer', null, BAOKANG, [], false, false],
  ['supervisor', COUNTY, BAOKANG, [], true, true],
  ['supervisor', COUNTY, COUNTY, [], true, true],
  ['supervisor', OTHER_COUNTY, BAOKANG, [], false, false],
  ['supervisor', OTHER_COUNTY, BAOKANG, [OTHER_COUNTY], false, false],
  ['supervisor', null, BAOKANG, [], true, true],
  ['operator', null, BAOKANG, [], true, true],
  ['administrator', null, BAOKANG, [], false, false],
])('%s of %s and a ticket of %s (assisted by %j)', (role, own, officeCode, assistOffices, sees, changes) => {
  const ticket = { officeCode, assistOffices };
  expect(maySeeTicket(actor(role, own), ticket, isWithin)).toBe(sees);
  expect(mayChangeTicket(actor(role, own), ticket, isWithin)).toBe(changes);
});

test.each<[Role, string | null, boolean]>([
  ['officer', BAOKANG, true],
  ['officer', NEXT_DOOR, false],
  ['supervisor', COUNTY, true],
  ['supervisor', OTHER_COUNTY, false],
  ['operator', null, true],
  ['administrator', null, false],
])('%s of %s reads the lanes of 保康镇: %s', (role, own, allowed) => {
  expect(mayReadLanes(actor(role, own), BAOKANG, isWithin)).toBe(allowed);
});

test.each<[Role, string | null, boolean]>([
  ['operator', null, true],
  ['supervisor', null, true],
  ['supervisor', COUNTY, true],
  ['supervisor', OTHER_COUNTY, false],
  ['officer', BAOKANG, false],
  ['administrator', null, false],
])('%s of %s reads a conversation with a ticket in 保康镇: %s', (role, own, allowed) => {
  const tickets = [{ officeCode: BAOKANG, assistOffices: [] }];
  expect(mayReadConversation(actor(role, own), tickets, isWithin)).toBe(allowed);
});

test('a supervisor of less than the region reads no conversation without a ticket', () => {
  expect(mayReadConversation(actor('supervisor', COUNTY), [], isWithin)).toBe(false);
  expect(mayReadConversation(actor('supervisor', '15'), [], isWithin)).toBe(true);
});

test.each<[Role, string | null, string, boolean]>([
  ['supervisor', COUNTY, BAOKANG, true],
  ['supervisor', COUNTY, OTHER_COUNTY, false],
  ['supervisor', COUNTY, '1505', false],
  ['administrator', null, OTHER_COUNTY, true],
  ['officer', BAOKANG, BAOKANG, false],
  ['operator', null, BAOKANG, false],
])('%s of %s reports on %s: %s', (role, own, office, allowed) => {
  expect(mayReportOn(actor(role, own), office, isWithin)).toBe(allowed);
});

test('nobody of the office that a ticket is about, or of one under it, sees it, wherever it lies', () => {
  const ticket = { officeCode: BAOKANG, assistOffices: [NEXT_DOOR], against: COUNTY };
  for (const [role, own] of [
    ['officer', BAOKANG],
    ['officer', NEXT_DOOR],
    ['supervisor', COUNTY],
  ] as const)
    expect(maySeeTicket(actor(role, own), ticket, isWithin)).toBe(false);
  expect(maySeeTicket(actor('supervisor', '1505'), ticket, isWithin)).toBe(true);
  expect(maySeeTicket(actor('operator', null), ticket, isWithin)).toBe(true);
});

test('a whole conversation is for who sees all of its tickets', () => {
  const tickets = [BAOKANG, '150522100'].map((officeCode) => ({ officeCode, assistOffices: [] }));
  expect(mayReadConversation(actor('supervisor', COUNTY), tickets, isWithin)).toBe(true);
  expect(mayReadWhole(actor('supervisor', COUNTY), tickets, isWithin)).toBe(false);
  expect(mayReadWhole(actor('supervisor', COUNTY), tickets.slice(0, 1), isWithin)).toBe(true);
  expect(mayReadWhole(actor('supervisor', '1505'), tickets, isWithin)).toBe(true);
  expect(mayReadWhole(actor('operator', null), tickets, isWithin)).toBe(true);
  expect(mayReadWhole(actor('officer', BAOKANG), tickets.slice(0, 1), isWithin)).toBe(false);
});
