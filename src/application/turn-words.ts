import type { Say } from '../domain/dialogs/event';
import type { DialogState } from '../domain/dialogs/state';
import type { Ticket } from '../domain/tickets/ticket';

type Lang = DialogState['lang'];

/** What the citizen is told of a ticket. */
export interface TicketNews {
  readonly ticket: Ticket;
  /** Name of the responsible office in both languages. */
  readonly office: { readonly zh: string; readonly en: string };
  /** The office's own explanation to the citizen; absent when the asker has not shown that the ticket is theirs. */
  readonly explanation?: string;
}

/** The sentences that only the application can complete, because they name what the turn has made or found. */
export interface TurnWords {
  filed(lang: Lang, news: readonly TicketNews[], now: Date): readonly Say[];
  /** With no news: nothing was found under that number. */
  progress(lang: Lang, news: readonly TicketNews[], now: Date): readonly Say[];
  reopened(lang: Lang, news: readonly TicketNews[], now: Date): readonly Say[];
}
