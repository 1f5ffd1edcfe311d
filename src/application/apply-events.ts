import type { DialogEvent, Say } from '../domain/dialogs/event';
import type { DialogState } from '../domain/dialogs/state';
import { shanghaiDay } from '../domain/clocks/shanghai';
import type { Office } from '../domain/routing/office';
import { changeTicket } from '../domain/tickets/change-ticket';
import type { HistoryEntry, Ticket } from '../domain/tickets/ticket';
import type { DangerKind } from '../domain/understanding/labels';
import { fileCase, type FilingDeps } from './file-case';
import type { NewTicket, OutboxRow, TicketChange, TicketStore } from './ports';
import type { TicketNews, TurnWords } from '../domain/dialogs/create-turn-words';

export interface ApplyDeps extends FilingDeps {
  readonly tickets: TicketStore;
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

/** Applies the events in order. Reads tickets where an event names one; writes nothing. */
export async function applyEvents(
  deps: ApplyDeps,
  conversationId: string,
  state: DialogState,
  events: readonly DialogEvent[],
  now: Date,
): Promise<Applied> {
  const turn = new Turn(deps, conversationId, state, now);
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

  constructor(
    private readonly deps: ApplyDeps,
    private readonly conversationId: string,
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
    return {
      says: this.says,
      state: this.state,
      ...(this.newCase && { newCase: this.newCase }),
      newTickets: this.newTickets,
      ticketChanges: [...this.changes.values()],
      outbox: this.outbox,
      ...(this.danger && { danger: this.danger }),
      ...(this.handoff !== undefined && { handoff: this.handoff }),
      ended: this.ended,
    };
  }

  private file(event: Extract<DialogEvent, { kind: 'file' }>): void {
    const filed = fileCase(this.deps, event, this.conversationId, this.now);
    this.newCase = { id: filed.caseId, createdAt: this.now };
    this.newTickets.push(...filed.tickets);
    this.outbox.push(...filed.outbox);
    this.state = {
      ...this.state,
      tickets: [...this.state.tickets, ...filed.tickets.map(({ ticket }) => ticket.number)],
    };
    this.says.push(...this.deps.words.filed(this.state.lang, filed.news, this.now));
  }

  private async progress(event: Extract<DialogEvent, { kind: 'ask_progress' }>): Promise<void> {
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

  private async reopen(event: Extract<DialogEvent, { kind: 'reopen' }>): Promise<void> {
    const news: TicketNews[] = [];
    for (const number of event.number === undefined ? this.state.tickets : [event.number]) {
      const found = this.isOwn(number) ? await this.deps.tickets.byNumber(number) : undefined;
      if (!found || !['resolved', 'closed'].includes(found.ticket.state)) {
        if (found) await this.addNote(number, event.words);
        continue;
      }
      const { ticket, history } = changeTicket(
        found.ticket,
        { action: 'reopen', actor: 'citizen', reason: event.words },
        {
          now: this.now,
          calendar: this.deps.calendar,
          limits: this.deps.limits,
          measureLimits: this.deps.measureLimits(found.ticket.measure),
        },
      );
      this.change(found.ticket, ticket, history);
      this.outbox.push({
        id: this.deps.ids.next(),
        job: 'notify-office',
        payload: { number, officeCode: ticket.officeCode, cause: 'reopen' },
        runAt: this.now,
      });
      news.push(this.newsOf(ticket));
    }
    this.says.push(...this.deps.words.reopened(this.state.lang, news, this.now));
  }

  /** What the citizen adds later stands in the history of the ticket, word for word. */
  private async addNote(number: string, words: string): Promise<void> {
    const ticket = await this.current(number);
    if (!ticket || ticket.state === 'merged') return;
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

  /** Details that came after filing. A better known place moves a ticket that nobody has signed for yet. */
  private async supplement(event: Extract<DialogEvent, { kind: 'supplement' }>): Promise<void> {
    const ticket = await this.current(event.number);
    if (!ticket || ticket.state === 'merged' || ticket.state === 'closed') return;
    const answer = this.deps.findOffice({
      measure: ticket.measure,
      act: ticket.act,
      department: ticket.department,
      places: event.places,
      on: shanghaiDay(this.now),
    });
    const moves =
      ticket.state === 'open' &&
      answer.office.code !== ticket.officeCode &&
      answer.office.code.startsWith(ticket.officeCode);
    const next: Ticket = {
      ...ticket,
      fields: { ...ticket.fields, ...event.fields },
      ...(moves && {
        officeCode: answer.office.code,
        needsPerson: answer.needsPerson,
        routingReason: answer.reason.zh,
      }),
      version: ticket.version + 1,
      updatedAt: this.now,
    };
    this.change(ticket, next, {
      at: this.now,
      action: moves ? 'transfer' : 'note',
      actor: 'citizen',
      from: ticket.state,
      to: ticket.state,
      data: moves ? { fromOffice: ticket.officeCode, office: answer.office.code } : {},
      note: null,
      toCitizen: false,
    });
    if (!moves) return;
    this.outbox.push({
      id: this.deps.ids.next(),
      job: 'notify-office',
      payload: { number: ticket.number, officeCode: answer.office.code, cause: 'transfer' },
      runAt: this.now,
    });
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
