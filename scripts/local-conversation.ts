import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDialogs } from '../src/adapters/catalogue/read-dialogs';
import { readGazetteer } from '../src/adapters/catalogue/read-gazetteer';
import { readMeasures } from '../src/adapters/catalogue/read-intents';
import { readOffices, readResponsibility } from '../src/adapters/catalogue/read-responsibility';
import { placesOfNeed } from '../src/domain/dialogs/places-of-need';
import { createDialogEngine } from '../src/domain/dialogs/create-dialog-engine';
import { createTurnWords, type TicketNews } from '../src/domain/dialogs/create-turn-words';
import type { DialogEvent, Say } from '../src/domain/dialogs/event';
import { scrub } from '../src/domain/dialogs/scrub';
import type { DialogState } from '../src/domain/dialogs/state';
import { createFindOffice } from '../src/domain/routing/find-office';
import { createLocatePlace } from '../src/domain/routing/locate-place';
import { createOfficeDirectory } from '../src/domain/routing/office-directory';
import type { Ticket } from '../src/domain/tickets/ticket';
import { createUnderstand } from '../src/domain/understanding/create-understand';
import type { Understand, Understanding } from '../src/domain/understanding/understanding';

/** Everything that a conversation needs beside a clock; heavy to make, so made once. */
export type ConversationParts = ReturnType<typeof readConversationParts>;

/** Reads the catalogue, the gazetteer and the model of a project. Throws a CatalogueError on a fault. */
export function readConversationParts(root: string, understand: Understand = readUnderstand(root)) {
  const gazetteer = readGazetteer(root);
  const locate = createLocatePlace(gazetteer);
  const findOffice = createFindOffice(
    readResponsibility(root),
    createOfficeDirectory(gazetteer, readOffices(root)),
  );
  const measures = new Map(readMeasures(join(root, 'intents')).map((measure) => [measure.code, measure]));
  const catalogue = readDialogs(root, measures);
  return {
    catalogue,
    locate,
    findOffice,
    understand,
    engine: createDialogEngine(catalogue, { locate, findOffice }),
    words: createTurnWords(catalogue),
  };
}

export function readUnderstand(root: string): Understand {
  return createUnderstand(readFileSync(join(root, 'dist', 'model.bin')));
}

const TRY_CODE = '000 000';

/** What one message came to. */
export interface LocalTurn {
  readonly understanding: Understanding;
  readonly events: readonly DialogEvent[];
  /** All messages of the bot in order, with those that tell of tickets. */
  readonly says: readonly Say[];
  readonly state: DialogState;
}

/**
 * A conversation with no server and no store: one person, in memory. The state goes through JSON between turns as it
 * does in the database, and tickets are kept only to be told of.
 */
export class LocalConversation {
  readonly tickets: Ticket[] = [];
  state: DialogState;
  private seq = 0;

  constructor(
    private parts: ConversationParts,
    private readonly clock: () => Date,
    private readonly lang: 'zh' | 'en' = 'zh',
    private readonly officeHours = true,
  ) {
    this.state = parts.engine.begin(lang).state;
  }

  greeting(): readonly Say[] {
    return this.parts.engine.begin(this.lang).events.filter((event) => event.kind === 'say');
  }

  /** The same conversation after the service was stopped and started: only what is stored is left. */
  restarted(): LocalConversation {
    const next = new LocalConversation(this.parts, this.clock, this.lang, this.officeHours);
    next.tickets.push(...this.tickets);
    next.state = JSON.parse(JSON.stringify(this.state)) as DialogState;
    next.seq = this.seq;
    return next;
  }

  /** From now on another version of the dialogs runs, as after an update of the service. */
  upgrade(parts: ConversationParts): void {
    this.parts = parts;
  }

  /** `value` is what a button sends, where the channel keeps it apart from the text. */
  say(text: string, value?: string): LocalTurn {
    const now = this.clock();
    const { understand, locate, engine } = this.parts;
    const before = JSON.parse(JSON.stringify(this.state)) as DialogState;
    // As the service does it: identity and bank numbers are gone before anything reads the message.
    const clean = scrub(text).text;
    const understanding = understand(clean, now);
    const { state, events } = engine.advance(before, {
      text,
      ...(value === undefined ? {} : { value }),
      understanding,
      place: locate(clean, before.places.present?.slice(0, 6)),
      now,
      seq: this.seq,
      officeHours: this.officeHours,
    });
    this.seq += 1;
    this.state = state;
    const says = events.flatMap((event) => this.apply(event, now));
    return { understanding, events, says, state: this.state };
  }

  private apply(event: DialogEvent, now: Date): readonly Say[] {
    const { words } = this.parts;
    const { lang } = this.state;
    switch (event.kind) {
      case 'say':
        return [event];
      case 'file':
        return words.filed(lang, this.file(event, now), now);
      case 'ask_progress': {
        const own =
          event.number === undefined
            ? this.tickets
            : this.tickets.filter(({ number }) => number === event.number);
        return words.progress(
          lang,
          own.map((ticket) => this.news(ticket)),
          now,
        );
      }
      case 'reopen':
        return words.reopened(
          lang,
          this.tickets.slice(-1).map((ticket) => this.news(ticket)),
          now,
        );
      case 'supplement':
        this.supplement(event, now);
        return [];
      case 'ask_missing':
        return this.askMissing(event.number, now);
      case 'sum_up':
        return words.sumUp(
          lang,
          this.tickets.slice(event.from).map((ticket) => this.news(ticket)),
        );
      // There is no other conversation: its code opens nothing, and nobody else's is found.
      case 'offer_resume':
        return words.plain(lang, 'resume.code', { code: TRY_CODE });
      case 'resume_case':
        return words.plain(lang, 'resume.failed');
      default:
        return [];
    }
  }

  private askMissing(number: string, now: Date): readonly Say[] {
    const ticket = this.tickets.find((one) => one.number === number);
    if (!ticket) return [];
    const { state, events } = this.parts.engine.askMissing(this.state, ticket, now);
    this.state = state;
    return events.flatMap((event) => this.apply(event, now));
  }

  private file(event: Extract<DialogEvent, { kind: 'file' }>, now: Date): TicketNews[] {
    const filed = event.needs.map((need): Ticket => {
      const { office, needsPerson, reason } = this.parts.findOffice({
        measure: need.measure,
        act: need.act,
        department: need.department,
        places: placesOfNeed(need, event),
        on: now.toISOString().slice(0, 10),
        ...(event.against === undefined ? {} : { against: event.against }),
      });
      const ticket: Ticket = {
        ...need,
        number: `TRY-${this.tickets.length + 1}`,
        caseId: 'try', conversationId: null, officeCode: office.code, assistOffices: [], needsPerson,
        routingReason: reason.zh, state: 'open', version: 1, holder: null, claimExpiresAt: null, createdAt: now,
        dispatchedAt: null, updatedAt: now, due: {}, nextDueAt: null, extended: false, reopened: 0, outcome: null,
        fields: event.fields,
      }; // prettier-ignore
      this.tickets.push(ticket);
      return ticket;
    });
    this.state = { ...this.state, tickets: [...this.state.tickets, ...filed.map(({ number }) => number)] };
    return filed.map((ticket) => this.news(ticket));
  }

  private supplement(event: Extract<DialogEvent, { kind: 'supplement' }>, now: Date): void {
    const at = this.tickets.findIndex(({ number }) => number === event.number);
    const ticket = this.tickets[at];
    if (!ticket) return;
    const { office } = this.parts.findOffice({
      ...ticket,
      places: event.places,
      on: now.toISOString().slice(0, 10),
    });
    const nearer = office.code.startsWith(ticket.officeCode) ? office.code : ticket.officeCode;
    this.tickets[at] = { ...ticket, officeCode: nearer, fields: { ...ticket.fields, ...event.fields } };
  }

  private news(ticket: Ticket): TicketNews {
    const { office } = this.parts.findOffice({
      measure: ticket.measure,
      act: ticket.act,
      department: ticket.department,
      places: { present: ticket.officeCode },
      on: '2026-01-01',
    });
    return { ticket, office: office.code === ticket.officeCode ? office.name : { zh: '', en: '' } };
  }
}
