import type { Actor } from '../domain/access/actor';
import { maySeeTicket, type IsWithin } from '../domain/access/office-scope';
import { shownMessages } from '../domain/access/shown-messages';
import { may } from '../domain/access/permissions';
import { TusaError } from '../domain/errors';
import type { HistoryEntry, Ticket } from '../domain/tickets/ticket';
import type { AuditLog, StaffStore } from './access-ports';
import type { Clock, ConversationStore, StoredMessage, TicketStore } from './ports';
import { staffNames, type StaffNames } from './staff-names';

export interface ReadTicketDeps {
  readonly tickets: Pick<TicketStore, 'byNumber' | 'byCase' | 'byConversation'>;
  readonly conversations: Pick<ConversationStore, 'messages'>;
  readonly staff: Pick<StaffStore, 'byId'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly isWithin: IsWithin;
}

/** A ticket with all that belongs to it, still whole: whoever shows it masks it unless `unmasked`. */
export interface ReadTicket {
  readonly ticket: Ticket;
  readonly history: readonly HistoryEntry[];
  /** Only those that the ticket came from, and what the service said of it later. */
  readonly messages: readonly StoredMessage[];
  /** The other tickets of the household's case that the actor may see. */
  readonly household: readonly Ticket[];
  readonly names: StaffNames;
  readonly unmasked: boolean;
}

/**
 * Reads one ticket. Unknown and foreign ones are the same `not_found`. With `unmask`, the reason, it may be shown whole;
 * that is written into the audit before it is given out.
 */
export function createReadTicket(
  deps: ReadTicketDeps,
): (
  actor: Actor,
  number: string,
  options?: { readonly unmask?: string; readonly requestId?: string },
) => Promise<ReadTicket> {
  return async (actor, number, { unmask, requestId } = {}) => {
    const found = await deps.tickets.byNumber(number);
    if (!found || !maySeeTicket(actor, found.ticket, deps.isWithin))
      throw new TusaError('not_found', 'there is no such ticket');
    const { ticket, history } = found;
    if (unmask !== undefined) {
      if (!may(actor.role, 'ticket.unmask'))
        throw new TusaError('forbidden', 'your account sees personal details in part only');
      await deps.audit.append({
        at: deps.clock.now(),
        actor: actor.id,
        action: 'ticket.unmask',
        subject: number,
        officeCode: ticket.officeCode,
        reason: unmask,
        ...(requestId !== undefined && { requestId }),
      });
    }
    const [messages, ofCase] = await Promise.all([
      ticket.conversationId === null ? [] : spanOf(deps, actor, ticket, ticket.conversationId),
      deps.tickets.byCase(ticket.caseId),
    ]);
    const names = await staffNames(deps.staff, [
      ticket.holder,
      ...history.map((line) => line.actor),
      ...messages.map((message) => message.authorId),
    ]);
    return {
      ticket,
      history,
      messages,
      household: ofCase.filter(
        (other) => other.number !== number && maySeeTicket(actor, other, deps.isWithin),
      ),
      names,
      unmasked: unmask !== undefined,
    };
  };
}

async function spanOf(
  deps: ReadTicketDeps,
  actor: Actor,
  ticket: Ticket,
  conversationId: string,
): Promise<readonly StoredMessage[]> {
  const [messages, tickets] = await Promise.all([
    deps.conversations.messages(conversationId, ticket.said?.from ?? 0),
    deps.tickets.byConversation(conversationId),
  ]);
  const hidden = tickets.filter((other) => !maySeeTicket(actor, other, deps.isWithin));
  // A conversation has more cases than this one when others than its own tickets were filed in it.
  const others = tickets.filter(
    ({ number }) => number !== ticket.number && !hidden.some((one) => one.number === number),
  );
  return shownMessages(messages, [ticket], hidden, others);
}
