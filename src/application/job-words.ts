import type { Say } from '../domain/dialogs/event';
import type { DialogState } from '../domain/dialogs/state';
import type { TicketNewsKind } from './jobs';
import type { TicketNews } from '../domain/dialogs/create-turn-words';

type Lang = DialogState['lang'];

/** What the service says of its own accord, worded from dialogs/. */
export interface JobWords {
  /** Asks whether it helped. */
  followUp(lang: Lang, news: TicketNews, now: Date): readonly Say[];
  /** Tells what became of a ticket; `news.explanation` is the officer's own. */
  changed(lang: Lang, kind: TicketNewsKind, news: TicketNews, now: Date): readonly Say[];
}
