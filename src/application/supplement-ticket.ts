import type { DialogEvent } from '../domain/dialogs/event';
import { shanghaiDay } from '../domain/clocks/shanghai';
import type { FindOffice } from '../domain/routing/office';
import { isAboutOffice, type HistoryEntry, type Ticket } from '../domain/tickets/ticket';

/** A ticket with details that came after its filing. */
export interface Supplemented {
  readonly ticket: Ticket;
  readonly history: HistoryEntry;
  /** It lies with another office now. */
  readonly moved: boolean;
}

/**
 * A place better known, or put right, moves a ticket that nobody has signed for yet; never a complaint or a report, which went over the
 * head of those whom it is about.
 */
export function supplementTicket(
  findOffice: FindOffice,
  ticket: Ticket,
  event: Extract<DialogEvent, { kind: 'supplement' }>,
  now: Date,
): Supplemented {
  const answer = findOffice({
    measure: ticket.measure,
    act: ticket.act,
    department: ticket.department,
    places: event.places,
    on: shanghaiDay(now),
    ...(ticket.against !== undefined && { against: ticket.against }),
  });
  const { code } = answer.office;
  const moved =
    !isAboutOffice(ticket) &&
    ticket.state === 'open' &&
    code !== ticket.officeCode &&
    (code.startsWith(ticket.officeCode) || event.moved === true);
  return {
    moved,
    ticket: {
      ...ticket,
      fields: { ...ticket.fields, ...event.fields },
      ...(moved && {
        officeCode: code,
        needsPerson: answer.needsPerson,
        routingReason: answer.reason.zh,
      }),
      version: ticket.version + 1,
      updatedAt: now,
    },
    history: {
      at: now,
      action: moved ? 'transfer' : 'note',
      actor: 'citizen',
      from: ticket.state,
      to: ticket.state,
      data: moved ? { fromOffice: ticket.officeCode, office: code } : {},
      note: null,
      toCitizen: false,
    },
  };
}
