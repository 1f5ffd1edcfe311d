import type { Conversation, OutboxRow, StoredMessage, TurnCommit } from '../../src/application/ports';
import { initialState } from '../../src/domain/dialogs/initial-state';
import type { HistoryEntry, Ticket } from '../../src/domain/tickets/ticket';

/** A working morning in Shanghai: Tuesday 2026-03-10, 10:00. */
export const MORNING = new Date('2026-03-10T02:00:00.000Z');

export function minutesAfter(minutes: number, from: Date = MORNING): Date {
  return new Date(from.getTime() + minutes * 60_000);
}

export function aConversation(over: Partial<Conversation> = {}): Conversation {
  return {
    id: 'conversation-1',
    channel: 'web',
    channelUser: 'web-user-1',
    lang: 'zh',
    status: 'bot',
    danger: 'none',
    urgency: 'normal',
    measure: null,
    handoff: null,
    waitingSince: null,
    operatorId: null,
    state: initialState('zh'),
    version: 1,
    nextSeq: 2,
    createdAt: MORNING,
    lastMessageAt: MORNING,
    wakeAt: null,
    ...over,
  };
}

export function aMessage(over: Partial<StoredMessage> = {}): StoredMessage {
  return {
    conversationId: 'conversation-1',
    seq: 0,
    at: MORNING,
    author: 'citizen',
    text: '家里没收入了',
    ...over,
  };
}

export function aTicket(over: Partial<Ticket> = {}): Ticket {
  return {
    number: '10000007',
    caseId: 'case-1',
    conversationId: 'conversation-1',
    scope: 'measure',
    measure: 'M05',
    department: null,
    act: 'help',
    urgency: 'normal',
    danger: 'none',
    subject: 'self',
    officeCode: '150521100',
    assistOffices: [],
    needsPerson: false,
    routingReason: '常住地在保康镇',
    state: 'open',
    version: 1,
    holder: null,
    claimExpiresAt: null,
    createdAt: MORNING,
    dispatchedAt: null,
    updatedAt: MORNING,
    due: {},
    nextDueAt: null,
    extended: false,
    reopened: 0,
    outcome: null,
    fields: { caller_phone: { value: '13800001234', status: 'given', confirmed: true } },
    ...over,
  };
}

export function aLine(over: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    at: MORNING,
    action: 'file',
    actor: 'citizen',
    from: null,
    to: 'open',
    data: {},
    note: null,
    toCitizen: true,
    ...over,
  };
}

export function aRow(over: Partial<OutboxRow> = {}): OutboxRow {
  return { id: 'row-1', job: 'dispatch-ticket', payload: { number: '10000007' }, runAt: MORNING, ...over };
}

/** A turn that creates the conversation with one message of the citizen and one of the bot. */
export function aTurn(over: Partial<TurnCommit> = {}): TurnCommit {
  const conversation = over.conversation ?? aConversation();
  return {
    conversation,
    expectedVersion: null,
    messages: [
      aMessage({ conversationId: conversation.id, dedupeKey: 'first' }),
      aMessage({
        conversationId: conversation.id,
        seq: 1,
        author: 'bot',
        text: '您在哪个乡镇',
        say: { step: 'ask' },
      }),
    ],
    newTickets: [],
    ticketChanges: [],
    outbox: [],
    ...over,
  };
}

/** A turn that files the given tickets in a conversation of their own. */
export function aFiling(tickets: readonly Ticket[], over: Partial<TurnCommit> = {}): TurnCommit {
  const [first] = tickets;
  const id = first?.conversationId ?? 'conversation-1';
  return aTurn({
    conversation: aConversation({ id }),
    newCase: { id: first?.caseId ?? 'case-1', createdAt: MORNING },
    newTickets: tickets.map((ticket) => ({ ticket, history: [aLine()] })),
    ...over,
  });
}
