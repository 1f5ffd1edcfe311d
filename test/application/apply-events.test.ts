import { applyEvents, type Applied } from '../../src/application/apply-events';
import type { Conversation } from '../../src/application/ports';
import type { TurnWords } from '../../src/domain/dialogs/create-turn-words';
import type { DialogEvent } from '../../src/domain/dialogs/event';
import { initialState } from '../../src/domain/dialogs/initial-state';
import type { DialogState } from '../../src/domain/dialogs/state';
import type { FindOffice, Office } from '../../src/domain/routing/office';
import type { Ticket } from '../../src/domain/tickets/ticket';
import { groupTicketNumber, ticketNumber } from '../../src/domain/tickets/ticket-number';
import { JobWorld } from '../support/job-world';
import { aConversation, aMessage, aTicket } from '../support/records';

const TOWN = '150521100';
const COUNTY = '150521';
const LEAGUE = '1505';
const officeOf = (code: string): Office => ({ code, level: 'county', name: { zh: code, en: code } });
/** As the table does: a complaint goes over the accused, everything else to the township. */
const findOffice: FindOffice = ({ against, places }) => ({
  office: officeOf(against === undefined ? (places.present ?? '15') : LEAGUE),
  reason: { zh: '', en: '' },
  rule: 'r',
  needsPerson: false,
});
const words: TurnWords = {
  filed: (_lang, news) => [{ kind: 'say', step: 'filed', text: `filed ${numbers(news)}` }],
  progress: (_lang, news) => [{ kind: 'say', step: 'answer', text: `progress ${numbers(news)}` }],
  reopened: (_lang, news) => [
    { kind: 'say', step: 'answer', text: news.length ? `reopened ${numbers(news)}` : 'noted' },
  ],
  sumUp: (_lang, news) => [{ kind: 'say', step: 'end', text: `in all ${numbers(news)}` }],
  unproved: () => [{ kind: 'say', step: 'answer', text: 'unproved' }],
  whichOne: (_lang, news) => [{ kind: 'say', step: 'clarify', text: `which ${numbers(news)}` }],
  takenOver: () => [],
  handedBack: () => [],
  dangerNumbers: () => [],
  plain: (_lang, key) => [{ kind: 'say', step: 'answer', text: key }],
  progressLater: () => [],
};
const silent = {
  takeUp: (state: DialogState) => ({ state, events: [] }),
  askMissing: (state: DialogState) => ({ state, events: [] }),
};
const numbers = (news: readonly { ticket: Ticket }[]) => news.map(({ ticket }) => ticket.number).join(' ');

let world: JobWorld;
beforeEach(() => (world = new JobWorld()));

const turn = (state: DialogState, events: readonly DialogEvent[], conversation: Partial<Conversation> = {}) =>
  applyEvents(
    {
      ...world.deps,
      words,
      findOffice,
      engine: silent,
      ids: { next: () => 'id', random: () => (serial += 1) },
    },
    aConversation({ state, ...conversation }),
    state,
    events,
    world.now,
  );
let serial = 0;
const withTickets = (...tickets: readonly string[]): DialogState => ({ ...initialState('zh'), tickets });
const said = ({ says }: Applied) => says.map(({ text }) => text);
const need = {
  scope: 'measure', measure: 'M05', department: null, act: 'help', urgency: 'normal', danger: 'none', subject: 'self',
} as const; // prettier-ignore
const filing = (over: Partial<Extract<DialogEvent, { kind: 'file' }>> = {}): DialogEvent => ({
  kind: 'file', needs: [need], fields: {}, places: { present: TOWN }, anonymous: false, ...over,
}); // prettier-ignore
const more = (number = '10000007'): DialogEvent => ({
  kind: 'supplement', number, fields: {}, places: { present: TOWN },
}); // prettier-ignore

describe('details that come later', () => {
  test('move a plain ticket to the place that is known better', async () => {
    await world.file(aTicket({ officeCode: COUNTY }));
    const { ticketChanges } = await turn(withTickets('10000007'), [more()]);
    expect(ticketChanges[0]?.ticket.officeCode).toBe(TOWN);
  });

  test.each<[string, Partial<Ticket>]>([
    ['a complaint', { act: 'complaint', against: COUNTY }],
    ['a complaint about nobody in particular', { act: 'complaint' }],
    ['a report', { act: 'report' }],
    ['a ticket about an office', { against: COUNTY }],
  ])('never move %s', async (_what, over) => {
    await world.file(aTicket({ officeCode: LEAGUE, ...over }));
    const { ticketChanges, outbox } = await turn(withTickets('10000007'), [more()]);
    expect(ticketChanges[0]?.ticket.officeCode).toBe(LEAGUE);
    expect(outbox).toEqual([]);
  });

  test('whom a case is about stays on each of its tickets', async () => {
    const { newTickets } = await turn(initialState('zh'), [
      filing({ needs: [{ ...need, act: 'complaint' }, need], against: COUNTY }),
    ]);
    expect(newTickets.map(({ ticket }) => [ticket.against, ticket.officeCode])).toEqual([
      [COUNTY, LEAGUE],
      [COUNTY, LEAGUE],
    ]);
  });
});

describe('which messages belong to a ticket', () => {
  const span = async (state: DialogState, nextSeq: number, events: readonly DialogEvent[]) => {
    const applied = await turn(state, events, { nextSeq });
    return { applied, said: applied.newTickets[0]?.ticket.said };
  };

  test('from the beginning to the answer that tells its number; the next one begins after that', async () => {
    const one = await span(initialState('zh'), 6, [filing()]);
    expect(one.said).toEqual({ from: 0, to: 7 });
    const two = await span(one.applied.state, 12, [filing()]);
    expect(two.said).toEqual({ from: 8, to: 13 });
  });

  test('what was asked about an earlier ticket belongs to no later one', async () => {
    await world.file(aTicket({ act: 'complaint' }));
    const asked = await turn(withTickets('10000007'), [{ kind: 'ask_progress' }], { nextSeq: 8 });
    // The dialog may have forgotten all its flags meanwhile.
    const before = { ...asked.state, tickets: ['10000007'] };
    const applied = await turn(before, [filing()], { nextSeq: 14 });
    expect(applied.newTickets[0]?.ticket.said).toEqual({ from: 10, to: 15 });
  });

  test('a conversation that filed before spans were kept gives the next ticket no more than its own turn', async () => {
    expect((await span(withTickets('10000007'), 6, [filing()])).said).toEqual({ from: 6, to: 7 });
  });

  test('what is added at once prolongs the span, what comes after other talk does not', async () => {
    await world.file(aTicket({ said: { from: 0, to: 5 } }));
    const note: DialogEvent = { kind: 'add_note', number: '10000007', words: '还有' };
    const say: DialogEvent = { kind: 'say', step: 'say', text: '记上了' };
    const spanAfter = async (nextSeq: number) =>
      (await turn(withTickets('10000007'), [note, more(), say], { nextSeq })).ticketChanges[0]?.ticket.said;
    expect(await spanAfter(6)).toEqual({ from: 0, to: 7 });
    expect(await spanAfter(9)).toEqual({ from: 0, to: 5 });
  });
});

test('a ticket of somebody else is neither added to nor put right', async () => {
  await world.file(aTicket());
  const note: DialogEvent = { kind: 'add_note', number: '10000007', words: '还有' };
  expect((await turn(withTickets(), [note, more()])).ticketChanges).toEqual([]);
});

describe('it is not solved', () => {
  const [A, B] = ['10000007', ticketNumber(3_821_309)];
  const resolved = { state: 'resolved', outcome: 'helped' } as const;
  const notSolved = (words = '没解决', number?: string): DialogEvent => ({
    kind: 'reopen', words, ...(number !== undefined && { number }),
  }); // prettier-ignore
  const reopened = ({ ticketChanges }: Applied) =>
    ticketChanges.filter(({ ticket }) => ticket.reopened > 0).map(({ ticket }) => ticket.number);
  /** Both in one conversation, of which `told` are the last words of the service. */
  const file = async (a: Partial<Ticket>, b: Partial<Ticket>, told: readonly string[] = []) => {
    const tickets = [aTicket(a), aTicket({ number: B, ...b })];
    await world.record.conversations.commitTurn({
      conversation: aConversation(),
      expectedVersion: null,
      messages: told.map((text, seq) => aMessage({ seq, author: 'service', text })),
      newCase: { id: 'case-1', createdAt: world.now },
      newTickets: tickets.map((ticket) => ({ ticket, history: [] })),
      ticketChanges: [],
      outbox: [],
    });
  };

  test('the only one that is resolved is opened again', async () => {
    await file(resolved, {}, [`单号${groupTicketNumber(B)}`]);
    const applied = await turn(withTickets(A, B), [notSolved()]);
    expect(reopened(applied)).toEqual([A]);
    expect(said(applied)).toEqual([`reopened ${A}`]);
    expect(applied.outbox.map(({ payload }) => payload.cause)).toEqual(['reopen']);
  });

  test('of several, the one that was told of last, and no other', async () => {
    await file(resolved, resolved, [`单号${groupTicketNumber(B)}`, `单号${groupTicketNumber(A)}`, '记上了']);
    expect(reopened(await turn(withTickets(A, B), [notSolved()], { nextSeq: 3 }))).toEqual([A]);
  });

  test('where both may be meant the citizen is asked, and the number in the answer decides', async () => {
    await file(resolved, resolved, [`单号${groupTicketNumber(B)}，单号${groupTicketNumber(A)}`]);
    const asked = await turn(withTickets(A, B), [notSolved()]);
    expect(said(asked)).toEqual([`which ${A} ${B}`]);
    expect(asked.ticketChanges).toEqual([]);
    const answered = await turn(withTickets(A, B), [notSolved(`${groupTicketNumber(B)}，没解决`)]);
    expect(reopened(answered)).toEqual([B]);
  });

  test('a ticket that is still being worked on gets a note', async () => {
    await world.file(aTicket({ state: 'signed' }));
    const applied = await turn(withTickets(A), [notSolved('没人管')]);
    expect(said(applied)).toEqual(['noted']);
    expect(applied.ticketChanges[0]?.history).toEqual([
      expect.objectContaining({ action: 'note', note: '没人管' }),
    ]);
  });

  test.each([
    ['with its telephone', `${A}，13800001234，没解决`, {}, true],
    [
      'with the telephone given before',
      `${A}，没解决`,
      { caller_phone: { value: '13800001234', status: 'given' } },
      true,
    ],
    ['with another telephone', `${A}，13900001234，没解决`, {}, false],
    ['without one', `${A}，没解决`, {}, false],
  ] as const)('from another conversation %s', async (_how, text, fields, proved) => {
    await world.file(aTicket(resolved));
    const state = { ...initialState('zh'), fields };
    const applied = await turn(state, [notSolved(text, A)], { id: 'another' });
    expect(reopened(applied)).toEqual(proved ? [A] : []);
    expect(said(applied)).toEqual([proved ? `reopened ${A}` : 'unproved']);
    expect(applied.ticketChanges).toHaveLength(proved ? 1 : 0);
  });

  test('a number that is nobody’s looks like one that is somebody else’s', async () => {
    expect(said(await turn(initialState('zh'), [notSolved('没解决', '53310964')]))).toEqual(['unproved']);
  });
});
