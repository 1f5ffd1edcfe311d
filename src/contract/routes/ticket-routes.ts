import { z } from 'zod';
import { laneCounts, officeCode, officeDetail } from '../office';
import { pageOf } from '../paging';
import type { Route } from '../route';
import { changedTicket, ticketCard, ticketSheet } from '../ticket';
import { STEP_BODIES, pullBody, ticketListQuery, ticketNumber, unmaskQuery } from '../ticket-request';

const office = z.object({ code: officeCode });
const ticket = z.object({ number: ticketNumber });

const step = <const Path extends string, Body extends z.ZodObject>(path: Path, summary: string, body: Body) =>
  ({
    method: 'post', path: `/tickets/{number}/${path}`, tag: 'tickets', auth: 'staff', status: 200, summary,
    params: ticket, body, answer: changedTicket,
  }) as const; // prettier-ignore

export const TICKET_ROUTES = {
  readOffice: {
    method: 'get', path: '/offices/{code}', tag: 'offices', auth: 'staff', status: 200,
    summary: 'An office, what stands over it and what under it.',
    params: office, answer: officeDetail,
  },
  countLanes: {
    method: 'get', path: '/offices/{code}/lanes', tag: 'offices', auth: 'staff', status: 200,
    summary: 'How many tickets each lane of the office holds.',
    params: office, answer: laneCounts,
  },
  listTickets: {
    method: 'get', path: '/offices/{code}/tickets', tag: 'offices', auth: 'staff', status: 200,
    summary: 'Tickets of the office: most urgent, then soonest due.',
    params: office, query: ticketListQuery, answer: pageOf(ticketCard),
  },
  pullTickets: {
    method: 'post', path: '/offices/{code}/pull', tag: 'offices', auth: 'staff', status: 200,
    summary: 'Claims up to max tickets for the asking officer; a claim lapses after 15 minutes unless signed for.',
    params: office, body: pullBody, answer: z.object({ tickets: z.array(ticketCard) }),
  },
  readTicket: {
    method: 'get', path: '/tickets/{number}', tag: 'tickets', auth: 'staff', status: 200,
    summary: 'A ticket with its clocks, history and conversation. Personal fields are masked unless unmask says why.',
    params: ticket, query: unmaskQuery, answer: ticketSheet,
  },
  signTicket: step('sign', 'Signs for the ticket: its work begins.', STEP_BODIES.sign),
  contactCitizen: step('contact', 'The citizen has been spoken to.', STEP_BODIES.contact),
  releaseTicket: step('release', 'Gives a claim back into the lane.', STEP_BODIES.release),
  waitForCitizen: step('wait', 'The next step is the citizen’s.', STEP_BODIES.wait),
  returnTicket: step('return', 'Not this office’s: to the office that should have it, or to the one above.', STEP_BODIES.return),
  extendTicket: step('extend', 'More working days, once, with a reason that the citizen is told.', STEP_BODIES.extend),
  resolveTicket: step('resolve', 'Ends the work with an outcome and a plain explanation to the citizen.', STEP_BODIES.resolve),
  escalateTicket: step('escalate', 'To a higher office: 一事一议.', STEP_BODIES.escalate),
  transferTicket: step('transfer', 'To another office.', STEP_BODIES.transfer),
  askAssistance: step('assist', 'Another office helps without holding the ticket.', STEP_BODIES.assist),
  noteOnTicket: step('note', 'A line in the history.', STEP_BODIES.note),
  reopenTicket: step('reopen', 'Not solved after all.', STEP_BODIES.reopen),
  closeTicket: step('close', 'Followed up and done.', STEP_BODIES.close),
} as const satisfies Record<string, Route>; // prettier-ignore
