import type { Fields, Ticket } from '../tickets/ticket';
import { RESUME_CODE } from './resumable-phone';
import type { DialogState } from './state';

/** Details of a filed ticket that later words may put right, as after a filing in the same talk. */
const CALLER = ['caller_name', 'caller_phone'];
const OWN = [
  ...CALLER,
  'subject_name',
  'current_address',
  'registered_address',
  'household_size',
  'current_aid',
];
/** No message of this conversation: the detail was said in another. */
const ELSEWHERE = -2;
const LEAST_PLACE = 6;

/** The talk has shown that a ticket of another conversation is its own: it may now be added to and put right. */
export function adoptTicket(state: DialogState, ticket: Ticket): DialogState {
  const tickets = [...state.tickets.filter((number) => number !== ticket.number), ticket.number];
  const { claim: _claim, ...flags } = state.flags;
  const busy = state.dialog !== null || state.needs.length > 0;
  if (busy) return { ...state, tickets, flags };
  const kept = ticket.subject === 'self' ? OWN : CALLER;
  const place =
    ticket.subject === 'self' && ticket.officeCode.length >= LEAST_PLACE
      ? { present: ticket.officeCode }
      : {};
  return {
    ...state,
    tickets,
    fields: {
      ...said(Object.fromEntries(Object.entries(ticket.fields).filter(([slot]) => kept.includes(slot)))),
      ...state.fields,
    },
    places: { ...place, ...state.places },
    flags: { ...flags, filed: Number(flags.filed ?? 0) + 1, filedMeasures: ticket.measure ?? '' },
  };
}

/**
 * The unfinished case of another conversation, taken over whole; what this one has filed stays its own. Flags that
 * count the other's messages, tries and silence stay behind.
 */
export function adoptCase(state: DialogState, from: DialogState): DialogState {
  const {
    [RESUME_CODE]: _code,
    resumeFails: _fails,
    heardAt: _heard,
    silence: _silence,
    ticketsUpTo: _upTo,
    ...flags
  } = from.flags;
  return {
    ...from,
    fields: said(from.fields),
    tickets: [...from.tickets, ...state.tickets.filter((number) => !from.tickets.includes(number))],
    flags,
  };
}

/** What stays of a conversation whose case went on elsewhere. */
export function withoutCase(state: DialogState): DialogState {
  return {
    ...state,
    dialog: null,
    open: null,
    needs: [],
    fields: {},
    places: {},
    placeCandidates: [],
    said: [],
    flags: {},
  };
}

/** The numbers of the other conversation's messages mean others here. */
function said(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([slot, field]) => [
      slot,
      field.source === undefined || field.source < 0 ? field : { ...field, source: ELSEWHERE - field.source },
    ]),
  );
}
