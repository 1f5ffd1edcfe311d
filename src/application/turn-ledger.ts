import type { DialogState } from '../domain/dialogs/state';
import type { Say } from '../domain/dialogs/event';
import type { TicketNews } from '../domain/dialogs/create-turn-words';
import type { Office } from '../domain/routing/office';
import type { HistoryEntry, Ticket } from '../domain/tickets/ticket';
import type { Filed } from './file-case';
import { jobRow, type NoticeCause } from './jobs';
import type { Conversation, Ids, NewTicket, OutboxRow, TicketChange, TicketStore } from './ports';

export interface LedgerDeps {
  readonly ids: Ids;
  readonly tickets: TicketStore;
  readonly officeByCode: (code: string) => Office | undefined;
}

/** The conversation as it was before the turn. */
export type Before = Pick<Conversation, 'id' | 'nextSeq' | 'state'>;

/** The sequence number after the last turn that filed a ticket or spoke of one; kept among the flags of the state. */
const SPOKEN_OF = 'ticketsUpTo';

/** What the events of one turn have come to so far: what is said, and which tickets are new or changed. */
export class TurnLedger {
  readonly says: Say[] = [];
  private readonly newTickets: NewTicket[] = [];
  private readonly changes = new Map<string, TicketChange>();
  private readonly outbox: OutboxRow[] = [];
  private newCase: { id: string; createdAt: Date } | undefined;
  /** Tickets of before that the turn spoke of, and those whose span it prolongs. */
  private spokeOfTicket = false;
  private readonly prolonged = new Set<string>();

  /** `inbound`: messages of the citizen in the turn, one or none. */
  constructor(
    private readonly deps: LedgerDeps,
    private readonly before: Before,
    public state: DialogState,
    private readonly now: Date,
    private readonly inbound: 0 | 1,
  ) {}

  result() {
    const { nextSeq, state } = this.before;
    const last = nextSeq + this.inbound + this.says.length - 1;
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
      ...(this.other && { other: this.other }),
      newTickets: this.newTickets.map(({ ticket, history }) => ({
        ticket: { ...ticket, said: { from, to: last } },
        history,
      })),
      ticketChanges: [...this.changes.values()].map((change) => this.withSpan(change, last)),
      outbox: this.outbox,
    };
  }

  addFiled(filed: Filed): void {
    this.newCase = { id: filed.caseId, createdAt: this.now };
    this.newTickets.push(...filed.tickets);
    this.outbox.push(...filed.outbox);
    this.own(filed.tickets.map(({ ticket }) => ticket.number));
  }

  /** Another conversation is changed in the same transaction. */
  other: Conversation | undefined;

  /** The citizen may hear and change all of these from now on. */
  own(numbers: readonly string[]): void {
    const fresh = numbers.filter((number) => !this.isOwn(number));
    if (fresh.length) this.state = { ...this.state, tickets: [...this.state.tickets, ...fresh] };
  }

  isOwn(number: string): boolean {
    return this.state.tickets.includes(number);
  }

  /** The ticket as this turn has it: filed or changed a moment ago, or as stored. */
  async current(number: string): Promise<Ticket | undefined> {
    const fresh = this.newTickets.find(({ ticket }) => ticket.number === number)?.ticket;
    return fresh ?? this.changes.get(number)?.ticket ?? (await this.deps.tickets.byNumber(number))?.ticket;
  }

  change(before: Ticket, ticket: Ticket, history: HistoryEntry): void {
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

  notify({ number, officeCode }: Ticket, cause: NoticeCause): void {
    this.outbox.push(jobRow(this.deps.ids, 'notify-office', { number, officeCode, cause }, this.now));
  }

  /** The turn is about tickets of before, so what comes next is read apart from them. */
  speakOfTickets(): void {
    this.spokeOfTicket = true;
  }

  /** Something is added to this ticket. */
  speakOf({ number, conversationId, said }: Ticket): void {
    if (this.newTickets.some(({ ticket }) => ticket.number === number)) return;
    this.spokeOfTicket = true;
    const { id, nextSeq } = this.before;
    if (conversationId === id && said?.to === nextSeq - 1) this.prolonged.add(number);
  }

  newsOf(ticket: Ticket, explanation?: string): TicketNews {
    const office = this.deps.officeByCode(ticket.officeCode)?.name ?? { zh: '', en: '' };
    return { ticket, office, ...(explanation !== undefined && { explanation }) };
  }

  /** What is added right after a filing, before anything else was spoken of, is read with it. */
  private withSpan(change: TicketChange, last: number): TicketChange {
    const { ticket } = change;
    if (!this.prolonged.has(ticket.number) || !ticket.said || this.newTickets.length) return change;
    return { ...change, ticket: { ...ticket, said: { ...ticket.said, to: last } } };
  }
}
