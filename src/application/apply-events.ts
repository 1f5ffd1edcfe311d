import { changeTicket } from '../domain/tickets/change-ticket';
import type { HistoryEntry, Ticket, TicketState } from '../domain/tickets/ticket';
import { parseTicketNumber } from '../domain/tickets/ticket-number';
import { adoptTicket } from '../domain/dialogs/adopt-case';
import type { DialogEngine } from '../domain/dialogs/create-dialog-engine';
import { groupResumeCode } from '../domain/dialogs/phrases/find-resume-code';
import type { DialogEvent, Say } from '../domain/dialogs/event';
import type { DialogState } from '../domain/dialogs/state';
import type { DangerKind } from '../domain/understanding/labels';
import { parsePhone } from '../domain/understanding/entities/phone';
import { chooseReopened } from './choose-reopened';
import { fileCase, type FilingDeps } from './file-case';
import type { Conversation, ConversationStore, NewTicket, OutboxRow, TicketChange } from './ports';
import { resumeCase, withResumeCode } from './resume-case';
import { lastExplanation } from './last-explanation';
import { supplementTicket } from './supplement-ticket';
import { TurnLedger, type Before, type LedgerDeps } from './turn-ledger';
import type { PlainSentence, TicketNews, TurnWords } from '../domain/dialogs/create-turn-words';

export interface ApplyDeps extends FilingDeps, LedgerDeps {
  readonly conversations: Pick<ConversationStore, 'messages' | 'resumable'>;
  readonly engine: Pick<DialogEngine, 'takeUp' | 'askMissing'>;
  readonly words: TurnWords;
}

/** What the events of a turn come to: everything that goes into its commit besides the messages' bookkeeping. */
export interface Applied {
  readonly says: readonly Say[];
  readonly state: DialogState;
  readonly newCase?: { readonly id: string; readonly createdAt: Date };
  /** Another conversation, whose case goes on in this one or was asked for in vain. */
  readonly other?: Conversation;
  /** That conversation as it was, where its case goes on in this one: its urgency and its place in the queue come along. */
  readonly takenUp?: Conversation;
  readonly newTickets: readonly NewTicket[];
  readonly ticketChanges: readonly TicketChange[];
  readonly outbox: readonly OutboxRow[];
  readonly danger?: DangerKind;
  readonly handoff?: string;
  readonly ended: boolean;
}

const SOLVED: readonly TicketState[] = ['resolved', 'closed'];

/**
 * Applies the events in order. Reads tickets where an event names one; writes nothing. `conversation`: as it was before
 * the turn. `inbound`: messages of the citizen in it, none where the service speaks of its own accord.
 */
export async function applyEvents(
  deps: ApplyDeps,
  conversation: Before,
  state: DialogState,
  events: readonly DialogEvent[],
  now: Date,
  inbound: 0 | 1 = 1,
): Promise<Applied> {
  const turn = new Turn(deps, conversation, new TurnLedger(deps, conversation, state, now, inbound), now);
  for (const event of events) await turn.apply(event);
  return turn.result();
}

class Turn {
  private danger: DangerKind | undefined;
  private handoff: string | undefined;
  private takenUp: Conversation | undefined;
  private ended = false;

  constructor(
    private readonly deps: ApplyDeps,
    private readonly conversation: Before,
    private readonly ledger: TurnLedger,
    private readonly now: Date,
  ) {}

  async apply(event: DialogEvent): Promise<void> {
    switch (event.kind) {
      case 'say':
        this.say([event]);
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
      case 'sum_up':
        return this.sumUp(event.from);
      case 'ask_missing':
        return this.askMissing(event.number);
      case 'offer_resume':
        return this.offerResume();
      case 'resume_case':
        return this.resume(event);
      case 'ended':
        this.ended = true;
        return;
    }
  }

  result(): Applied {
    return {
      ...this.ledger.result(),
      ...(this.takenUp && { takenUp: this.takenUp }),
      ...(this.danger && { danger: this.danger }),
      ...(this.handoff !== undefined && { handoff: this.handoff }),
      ended: this.ended,
    };
  }

  private file(event: Extract<DialogEvent, { kind: 'file' }>): void {
    const filed = fileCase(this.deps, event, this.conversation.id, this.now);
    this.ledger.addFiled(filed);
    this.say(this.deps.words.filed(this.lang, filed.news, this.now));
  }

  private async progress(event: Extract<DialogEvent, { kind: 'ask_progress' }>): Promise<void> {
    this.ledger.speakOfTickets();
    const news: TicketNews[] = [];
    const about: PlainSentence[] = [];
    for (const number of event.number === undefined ? this.ledger.state.tickets : [event.number]) {
      const found = await this.deps.tickets.byNumber(number);
      if (!found) continue;
      const before = this.ledger.isOwn(number);
      const shown =
        !before && event.phone !== undefined && (await this.deps.tickets.phoneMatches(number, event.phone));
      if (shown) this.ledger.state = adoptTicket(this.ledger.state, found.ticket);
      if (shown) about.push('claim.done');
      else if (!before) about.push(event.phone === undefined ? 'claim.ask_phone' : 'claim.wrong');
      news.push(
        this.ledger.newsOf(found.ticket, before || shown ? lastExplanation(found.history) : undefined),
      );
    }
    this.say(this.deps.words.progress(this.lang, news, this.now));
    for (const key of about) this.say(this.deps.words.plain(this.lang, key));
  }

  /** A number in the words goes before everything; without one the ticket last told of is meant. */
  private async reopen({ words, ...event }: Extract<DialogEvent, { kind: 'reopen' }>): Promise<void> {
    this.ledger.speakOfTickets();
    const number = event.number ?? parseTicketNumber(words);
    if (number !== undefined) {
      const ticket = (await this.mayReopen(number, words)) ? await this.ledger.current(number) : undefined;
      if (!ticket) this.say(this.deps.words.unproved(this.lang));
      else await this.reopenOne(ticket, words);
      return;
    }
    const own: Ticket[] = [];
    for (const one of this.ledger.state.tickets) {
      const ticket = await this.ledger.current(one);
      if (ticket && ticket.state !== 'merged') own.push(ticket);
    }
    const solved = own.filter(({ state }) => SOLVED.includes(state));
    const meant = solved.length ? solved : own;
    const ticket = await chooseReopened(this.deps.conversations, this.conversation, meant);
    if (ticket) await this.reopenOne(ticket, words);
    else if (meant.length) {
      const news = meant.map((one) => this.ledger.newsOf(one));
      this.say(this.deps.words.whichOne(this.lang, news));
    } else this.say(this.deps.words.unproved(this.lang));
  }

  /** Filed in this conversation, or its telephone was given here. */
  private async mayReopen(number: string, words: string): Promise<boolean> {
    if (this.ledger.isOwn(number)) return true;
    const phone = parsePhone(words) ?? this.ledger.state.fields.caller_phone?.value;
    return typeof phone === 'string' && this.deps.tickets.phoneMatches(number, phone);
  }

  private async reopenOne(before: Ticket, words: string): Promise<void> {
    const { number, state } = before;
    if (state === 'merged') {
      this.say(this.deps.words.progress(this.lang, [this.ledger.newsOf(before)], this.now));
      return;
    }
    if (!SOLVED.includes(state)) {
      await this.addNote(number, words);
      this.say(this.deps.words.reopened(this.lang, [], this.now));
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
    this.ledger.change(before, ticket, history);
    this.ledger.notify(ticket, 'reopen');
    this.say(this.deps.words.reopened(this.lang, [this.ledger.newsOf(ticket)], this.now));
  }

  /** What the citizen adds later stands in the history of the ticket, word for word. */
  private async addNote(number: string, words: string): Promise<void> {
    if (!this.ledger.isOwn(number)) return;
    const ticket = await this.ledger.current(number);
    if (!ticket || ticket.state === 'merged') return;
    this.ledger.speakOf(ticket);
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
    this.ledger.change(ticket, { ...ticket, version: ticket.version + 1, updatedAt: this.now }, entry);
  }

  private async sumUp(from: number): Promise<void> {
    const news: TicketNews[] = [];
    for (const number of this.ledger.state.tickets.slice(from)) {
      const ticket = await this.ledger.current(number);
      if (ticket) news.push(this.ledger.newsOf(ticket));
    }
    this.say(this.deps.words.sumUp(this.lang, news));
  }

  private async askMissing(number: string): Promise<void> {
    const ticket = this.ledger.isOwn(number) ? await this.ledger.current(number) : undefined;
    if (!ticket) return;
    this.ledger.speakOfTickets();
    await this.goOn(this.deps.engine.askMissing(this.ledger.state, ticket, this.now));
  }

  private offerResume(): void {
    const { state, code } = withResumeCode(this.deps.ids, this.ledger.state);
    this.ledger.state = state;
    this.say(this.deps.words.plain(this.lang, 'resume.code', { code: groupResumeCode(code) }));
  }

  private async resume(event: Extract<DialogEvent, { kind: 'resume_case' }>): Promise<void> {
    const outcome = await resumeCase(this.deps, this.conversation.id, this.ledger.state, event);
    if (outcome.kind !== 'with_person') this.ledger.other = outcome.other;
    if (outcome.kind !== 'resumed')
      return this.say(this.deps.words.plain(this.lang, `resume.${outcome.kind}`));
    const { from } = outcome;
    this.takenUp = from;
    // Whoever was promised a person there is promised one here.
    if (from.status === 'waiting') this.handoff = from.handoff ?? 'asked';
    if (from.danger !== 'none' && from.state.flags.danger !== undefined) this.danger = from.danger;
    await this.goOn(this.deps.engine.takeUp(outcome.state, this.now));
  }

  private async goOn({
    state,
    events,
  }: {
    readonly state: DialogState;
    readonly events: readonly DialogEvent[];
  }): Promise<void> {
    this.ledger.state = state;
    for (const event of events) await this.apply(event);
  }

  private async supplement(event: Extract<DialogEvent, { kind: 'supplement' }>): Promise<void> {
    const before = this.ledger.isOwn(event.number) ? await this.ledger.current(event.number) : undefined;
    if (!before || before.state === 'merged' || before.state === 'closed') return;
    this.ledger.speakOf(before);
    const { ticket, history, moved } = supplementTicket(this.deps.findOffice, before, event, this.now);
    this.ledger.change(before, ticket, history);
    if (moved) this.ledger.notify(ticket, 'transfer');
  }

  private get lang(): DialogState['lang'] {
    return this.ledger.state.lang;
  }

  private say(says: readonly Say[]): void {
    this.ledger.says.push(...says);
  }
}
