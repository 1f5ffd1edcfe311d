import type { Office } from '../domain/routing/office';
import { lastExplanation } from './last-explanation';
import type { HistoryEntry, Ticket } from '../domain/tickets/ticket';
import type { TicketNews } from '../domain/dialogs/create-turn-words';

/** What the citizen whose ticket it is may be told: the office's name and the last words addressed to them. */
export function ticketNews(
  ticket: Ticket,
  history: readonly HistoryEntry[],
  officeByCode: (code: string) => Office | undefined,
): TicketNews {
  const explanation = lastExplanation(history);
  return {
    ticket,
    office: officeByCode(ticket.officeCode)?.name ?? { zh: '', en: '' },
    ...(explanation !== undefined && { explanation }),
  };
}
