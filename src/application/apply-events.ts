import type { DialogEvent, Say } from '../domain/dialogs/event';
import type { DialogState } from '../domain/dialogs/state';
import type { Office } from '../domain/routing/office';
import { changeTicket } from '../domain/tickets/change-ticket';
import type { HistoryEntry, Ticket, TicketState } from '../domain/tickets/ticket';
import type { DangerKind } from '../domain/understanding/labels';
import { fileCase, type FilingDeps } from './file-case';
import { chooseReopened } from './choose-reopened';
import { jobRow, type NoticeCause } from './jobs';
import { supplementTicket } from './supplement-ticket';
import { parseTicketNumber } from '../domain/tickets/ticket-number';
import { parsePhone } from '../domain/understanding/entities/phone';
import type {
  Conversation,
  ConversationStore,
  NewTicket,
  OutboxRow,
  TicketChange,
  TicketStore,
} from './ports';
import type { TicketNews, TurnWords } from '../domain/dialogs/create-turn-words';

export interface ApplyDeps extends FilingDeps {
  readonly tickets: TicketStore;
  readonly conversations: Pick<ConversationStore, 'messages'>;
  readonly words: TurnWords;
  readonly officeByCode: (code: string) => Office | undefined;
}

/** What the events of a turn come to: everything that goes into its commit besides the messages' bookkeeping. */
export interface Applied {
  readonly says: readonly Say[];
  readonly state: DialogState;
  readonly newCase?: { readonly id: string; readonly createdAt: Date };
  readonly newTickets: readonly NewTicket[];
  readonly ticketChanges: readonly TicketChange[];
  readonly outbox: readonly OutboxRow[];
  readonly danger?: DangerKind;
  readonly handoff?: string;
  readonly ended: boolean;
}

/** The sequence number after the last turn that filed a ticket or spoke of one; kept among the flags of the state. */
const SPOKEN_OF = 'ticketsUpTo';
const SOLVED: readonly TicketState[] = ['resolved', 'closed'];

/**
 * Applies the events in order. Reads tickets where an event names one; writes nothing. `conversation`: as it was before
 * the turn.
 */
export async function applyEvents(
  deps: ApplyDeps,
  conversation: Pick<Conversation, 'id' | 'nextSeq' | 'state'>,
  state: DialogState,
  events: readonly DialogEvent[],
  now: Date,
): Promise<Applied> {
  const turn = new Turn(deps, conversation, state, now);
  for (const event of events) await turn.apply(event);
  return turn.result();
}

class Turn {
  private readonly says: Say[] = [];
  private readonly newTickets: NewTicket[] = [];
  private readonly changes = new Map<string, TicketChange>();
  private readonly outbox: OutboxRow[] = [];
  private newCase: { id: string; createdAt: Date } | undefined;
  private danger: DangerKind | undefined;
  private handoff: string | undefined;
  private ended = false;
  /** Tickets of before that the turn spoke of, and those whose span it prolongs. */
  private spokeOfTicket = false;
  private readonly prolonged = new Set<string>();

  constructor(
    private readonly deps: ApplyDeps,
    private readonly conversation: Pick<Conversation, 'id' | 'nextSeq' | 'state'>,
    private state: DialogState,
    private readonly now: Date,
  ) {}

  async apply(event: DialogEvent): Promise<void> {
    switch (event.kind) {
      case 'say':
        this.says.push(event);
        return;
      case 'file':
        return this.file(event);
      case 'handoff':
        this.handoff = event.reason;
        return;
      case 'danger':
        this.danger = event.danger;
        this.handoff ??= event.danger;
        return;
      case 'ask_progress':
        return this.progress(event);
      case 'reopen':
        return this.reopen(event);
      case 'add_note':
        return this.addNote(event.number, event.words);
      case 'supplement':
        return this.supplement(event);
      case 'ended':
        this.ended = true;
        return;
    }
  }

  result(): Applied {
    const { nextSeq, state } = this.conversation;
    const last = nextSeq + this.says.length;
    const before = state.flags[SPOKEN_OF];
    const from = typeof before === 'number' ? before : state.tickets.length ? nextSeq : 0;
    const spoken = this.spokeOfTicket || this.newTickets.length ? last + 1 : before;
    return {
      says: this.says,
      state:
        spoken === undefined
          ? this.state
          : { ...this.state, flags: { ...this.state.flags, [SPOKEN_OF]: spoken } },
      ...(this.newCase && { newCase: this.newCase }),
      newTickets: this.newTickets.map(({ ticket, history }) => ({
        ticket: { ...ticket, said: { from, to: last } },
        history,
      })),
      ticketChanges: [...this.changes.values()].map((change) => this.withSpan(change, last)),
      outbox: this.outbox,
      ...(this.danger && { danger: this.danger }),
      ...(this.handoff !== undefined && { handoff: this.handoff }),
      ended: this.ended,
    };
  }

  private file(event: Extract<DialogEvent, { kind: 'file' }>): void {
    const filed = fileCase(this.deps, event, this.conversation.id, this.now);
    this.newCase = { id: filed.caseId, createdAt: this.now };
    this.newTickets.push(...filed.tickets);
    this.outbox.push(...filed.outbox);
    this.state = {
      ...this.state,
      tickets: [...this.state.tickets, ...filed.tickets.map(({ ticket }) => ticket.number)],
    };
    this.says.push(...this.deps.words.filed(this.state.lang, filed.news, this.now));
  }

  /** What is added right after a filing, before anything else was spoken of, is read with it. */
  private withSpan(change: TicketChange, last: number): TicketChange {
    const { ticket } = change;
    if (!this.prolonged.has(ticket.number) || !ticket.said || this.newTickets.length) return change;
    return { ...change, ticket: { ...ticket, said: { ...ticket.said, to: last } } };
  }

  private async progress(event: Extract<DialogEvent, { kind: 'ask_progress' }>): Promise<void> {
    this.spokeOfTicket = true;
    const news: TicketNews[] = [];
    for (const number of event.number === undefined ? this.state.tickets : [event.number]) {
      const found = await this.deps.tickets.byNumber(number);
      if (!found) continue;
      const own =
        this.isOwn(number) ||
        (event.phone !== undefined && (await this.deps.tickets.phoneMatches(number, event.phone)));
      news.push(this.newsOf(found.ticket, own ? lastExplanation(found.history) : undefined));
    }
    this.says.push(...this.deps.words.progress(this.state.lang, news, this.now));
  }

  /** A number in the words goes before everything; without one the ticket last told of is meant. */
  private async reopen({ words, ...event }: Extract<DialogEvent, { kind: 'reopen' }>): Promise<void> {
    this.spokeOfTicket = true;
    const number = event.number ?? parseTicketNumber(words);
    if (number !== undefined) {
      const ticket = (await this.mayReopen(number, words)) ? await this.current(number) : undefined;
      if (!ticket) this.says.push(...this.deps.words.unproved(this.state.lang));
      else await this.reopenOne(ticket, words);
      return;
    }
    const own: Ticket[] = [];
    for (const one of this.state.tickets) {
      const ticket = await this.current(one);
      if (ticket && ticket.state !== 'merged') own.push(ticket);
    }
    const solved = own.filter(({ state }) => SOLVED.includes(state));
    const meant = solved.length ? solved : own;
    const ticket = await chooseReopened(this.deps.conversations, this.conversation, meant);
    if (ticket) await this.reopenOne(ticket, words);
    else if (meant.length) {
      const news = meant.map((one) => this.newsOf(one));
      this.says.push(...this.deps.words.whichOne(this.state.lang, news));
    } else this.says.push(...this.deps.words.unproved(this.state.lang));
  }

  /** Filed in this conversation, or its telephone was given here. */
  private async mayReopen(number: string, words: string): Promise<boolean> {
    if (this.isOwn(number)) return true;
    const phone = parsePhone(words) ?? this.state.fields.caller_phone?.value;
    return typeof phone === 'string' && this.deps.tickets.phoneMatches(number, phone);
  }

  private async reopenOne(before: Ticket, words: string): Promise<void> {
    const { number, state } = before;
    if (state === 'merged') {
      this.says.push(...this.deps.words.progress(this.state.lang, [this.newsOf(before)], this.now));
      return;
    }
    if (!SOLVED.includes(state)) {
      await this.addNote(number, words);
      this.says.push(...this.deps.words.reopened(this.state.lang, [], this.now));
      return;
    }
    const { ticket, history } = changeTicket(
      before,
      { action: 'reopen', actor: 'citizen', reason: words },
      {
        now: this.now,
        calendar: this.deps.calendar,
        limits: this.deps.limits,
        measureLimits: this.deps.measureLimits(before.measure),
      },
    );
    this.change(before, ticket, history);
    this.notify(ticket, 'reopen');
    this.says.push(...this.deps.words.reopened(this.state.lang, [this.newsOf(ticket)], this.now));
  }

  /** What the citizen adds later stands in the history of the ticket, word for word. */
  private async addNote(number: string, words: string): Promise<void> {
    const ticket = await this.current(number);
    if (!ticket || ticket.state === 'merged') return;
    this.spokeOf(ticket);
    const entry: HistoryEntry = {
      at: this.now,
      action: 'note',
      actor: 'citizen',
      from: ticket.state,
      to: ticket.state,
      data: {},
      note: words,
      toCitizen: false,
    };
    this.change(ticket, { ...ticket, version: ticket.version + 1, updatedAt: this.now }, entry);
  }

  private async supplement(event: Extract<DialogEvent, { kind: 'supplement' }>): Promise<void> {
    const before = await this.current(event.number);
    if (!before || before.state === 'merged' || before.state === 'closed') return;
    this.spokeOf(before);
    const { ticket, history, moved } = supplementTicket(this.deps.findOffice, before, event, this.now);
    this.change(before, ticket, history);
    if (moved) this.notify(ticket, 'transfer');
  }

  private notify({ number, officeCode }: Ticket, cause: NoticeCause): void {
    this.outbox.push(jobRow(this.deps.ids, 'notify-office', { number, officeCode, cause }, this.now));
  }

  private spokeOf({ number, conversationId, said }: Ticket): void {
    if (this.newTickets.some(({ ticket }) => ticket.number === number)) return;
    this.spokeOfTicket = true;
    const { id, nextSeq } = this.conversation;
    if (conversationId === id && said?.to === nextSeq - 1) this.prolonged.add(number);
  }

  private isOwn(number: string): boolean {
    return this.state.tickets.includes(number);
  }

  private newsOf(ticket: Ticket, explanation?: string): TicketNews {
    const office = this.deps.officeByCode(ticket.officeCode)?.name ?? { zh: '', en: '' };
    return { ticket, office, ...(explanation !== undefined && { explanation }) };
  }

  /** The ticket as this turn has it: filed or changed a moment ago, or as stored. */
  private async current(number: string): Promise<Ticket | undefined> {
    const fresh = this.newTickets.find(({ ticket }) => ticket.number === number)?.ticket;
    return fresh ?? this.changes.get(number)?.ticket ?? (await this.deps.tickets.byNumber(number))?.ticket;
  }

  private change(before: Ticket, ticket: Ticket, history: HistoryEntry): void {
    const fresh = this.newTickets.findIndex((entry) => entry.ticket.number === ticket.number);
    const known = this.newTickets[fresh];
    if (known) {
      this.newTickets[fresh] = { ticket: { ...ticket, version: 1 }, history: [...known.history, history] };
      return;
    }
    const earlier = this.changes.get(ticket.number);
    this.changes.set(ticket.number, {
      ticket,
      expectedVersion: earlier?.expectedVersion ?? before.version,
      history: [...(earlier?.history ?? []), history],
    });
  }
}

/** The last words that an officer addressed to the citizen. */
function lastExplanation(history: readonly HistoryEntry[]): string | undefined {
  return history.findLast((entry) => entry.toCitizen && entry.note !== null)?.note ?? undefined;
}
