import { createWorkCalendar } from '../../../src/domain/clocks/work-calendar';
import { TusaError } from '../../../src/domain/errors';
import { changeTicket, type ChangeRequest } from '../../../src/domain/tickets/change-ticket';
import { TICKET_STATES, type Ticket, type TicketState } from '../../../src/domain/tickets/ticket';
import { MOVES, NEXT_STEPS } from '../../../src/domain/tickets/transitions';

const now = new Date('2026-11-24T02:00:00Z');
const soon = new Date('2026-11-25T09:30:00Z');
const context = {
  now,
  calendar: createWorkCalendar([]),
  limits: {
    critical: [],
    urgent: [],
    normal: [{ mark: 'sign', value: 1, unit: 'working_day', trust: 'design' } as const],
  },
  measureLimits: [],
};
const ticket = (over: Partial<Ticket> = {}): Ticket => ({
  number: '10000009', caseId: 'case', conversationId: 'talk', scope: 'measure', measure: 'M08', department: null,
  act: 'help', urgency: 'normal', danger: 'none', subject: 'self', officeCode: '150521100', assistOffices: [],
  needsPerson: false, routingReason: '', state: 'signed', version: 3, holder: 'officer', claimExpiresAt: null,
  createdAt: now, dispatchedAt: now, updatedAt: now,
  due: { contact: { at: soon, provisional: false }, done: { at: new Date('2026-12-01T09:30:00Z'), provisional: false } },
  nextDueAt: soon, extended: false, reopened: 0, outcome: null, fields: {}, ...over,
}); // prettier-ignore
const refusal = (request: ChangeRequest, over: Partial<Ticket> = {}): string => {
  try {
    changeTicket(ticket(over), request, context);
    return 'done';
  } catch (fault) {
    if (fault instanceof TusaError) return fault.code;
    throw fault;
  }
};

describe('legal moves', () => {
  const full = (action: keyof typeof MOVES): ChangeRequest => ({
    action, actor: 'officer', reason: 'because', outcome: 'helped', officeCode: '150521', workingDays: 3,
  }); // prettier-ignore
  const table = TICKET_STATES.flatMap((state) =>
    Object.keys(MOVES).map((action) => [action, state] as [keyof typeof MOVES, TicketState]),
  );

  it.each(table)('%s from %s', (action, state) => {
    const legal = MOVES[action].from.includes(state);
    expect(refusal(full(action), { state })).toBe(legal ? 'done' : 'illegal_transition');
  });

  it('offer only what is legal', () => {
    for (const state of TICKET_STATES) {
      for (const step of NEXT_STEPS[state]) expect(MOVES[step].from).toContain(state);
    }
  });
});

describe('changing a ticket', () => {
  it('counts the version and keeps the earliest open mark', () => {
    const { ticket: next, history } = changeTicket(
      ticket(),
      { action: 'contact', actor: 'officer' },
      context,
    );
    expect(next).toMatchObject({
      state: 'contacted',
      version: 4,
      nextDueAt: new Date('2026-12-01T09:30:00Z'),
    });
    expect(history).toMatchObject({ from: 'signed', to: 'contacted', actor: 'officer', toCitizen: false });
  });

  it('tells the citizen how it was resolved and plans the follow-up', () => {
    const { ticket: next, history } = changeTicket(
      ticket(),
      { action: 'resolve', actor: 'officer', reason: '煤送到了', outcome: 'helped' },
      context,
    );
    expect(next).toMatchObject({ state: 'resolved', outcome: 'helped' });
    expect(Object.keys(next.due)).toEqual(['follow_up']);
    expect(history).toMatchObject({ note: '煤送到了', toCitizen: true, data: { outcome: 'helped' } });
  });

  it('returns to a lane without a holder and with new clocks', () => {
    const { ticket: next } = changeTicket(
      ticket(),
      { action: 'return', actor: 'officer', reason: '不在本镇', officeCode: '150521101' },
      context,
    );
    expect(next).toMatchObject({ state: 'open', holder: null, officeCode: '150521101' });
    expect(next.due).toEqual({ sign: { at: soon, provisional: false } });
  });

  it('reopens, and counts it', () => {
    const { ticket: next } = changeTicket(
      ticket({ state: 'closed', outcome: 'helped' }),
      { action: 'reopen', actor: 'citizen', reason: '没解决' },
      context,
    );
    expect(next).toMatchObject({ state: 'open', reopened: 1, outcome: null, holder: null });
  });

  it.each<[string, ChangeRequest, Partial<Ticket>, string]>([
    ['somebody else than the holder', { action: 'contact', actor: 'other' }, {}, 'forbidden'],
    ['a claim of another officer', { action: 'sign', actor: 'other' }, { state: 'claimed' }, 'forbidden'],
    ['no reason', { action: 'return', actor: 'officer', officeCode: '150521' }, {}, 'invalid_input'],
    ['only blanks as a reason', { action: 'wait', actor: 'officer', reason: '  ' }, {}, 'invalid_input'],
    ['no outcome', { action: 'resolve', actor: 'officer', reason: 'x' }, {}, 'invalid_input'],
    [
      'the same office',
      { action: 'transfer', actor: 'x', reason: 'x', officeCode: '150521100' },
      {},
      'invalid_input',
    ],
    [
      'a second extension',
      { action: 'extend', actor: 'officer', reason: 'x', workingDays: 2 },
      { extended: true },
      'illegal_transition',
    ],
    [
      'too long an extension',
      { action: 'extend', actor: 'officer', reason: 'x', workingDays: 16 },
      {},
      'invalid_input',
    ],
    [
      'an extension after the limit',
      { action: 'extend', actor: 'officer', reason: 'x', workingDays: 2 },
      { due: { done: { at: new Date(0), provisional: false } } },
      'illegal_transition',
    ],
  ])('refuses %s', (_case, request, over, code) => expect(refusal(request, over)).toBe(code));
});
