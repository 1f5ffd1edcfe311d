import type { OutcomeCode } from '../../contract/labels';
import type { ChangedTicket, TicketSheet, TicketStep } from '../../contract/ticket';
import { callApi } from '../staff/api';

/** What the dialog of a step collected. */
export interface StepWords {
  readonly reason?: string;
  readonly officeCode?: string;
  readonly workingDays?: number;
  readonly outcome?: OutcomeCode;
}

/** Sends one step with the version that the screen shows: a ticket that moved on meanwhile is refused. */
export function takeStep(sheet: TicketSheet, step: TicketStep, given: StepWords): Promise<ChangedTicket> {
  const params = { number: sheet.number };
  const { version } = sheet;
  const reason = given.reason ?? '';
  const office = given.officeCode ? { officeCode: given.officeCode } : {};
  // A held step may be sent while the page is being left.
  const options = { keepalive: true };
  switch (step) {
    case 'sign':
      return callApi('signTicket', { params, body: { version } }, options);
    case 'contact':
      return callApi('contactCitizen', { params, body: { version, ...(reason && { reason }) } }, options);
    case 'release':
      return callApi('releaseTicket', { params, body: { version } }, options);
    case 'wait':
      return callApi('waitForCitizen', { params, body: { version, reason } }, options);
    case 'return':
      return callApi('returnTicket', { params, body: { version, reason, ...office } }, options);
    case 'extend':
      return callApi(
        'extendTicket',
        { params, body: { version, reason, workingDays: given.workingDays ?? 1 } },
        options,
      );
    case 'resolve':
      return callApi(
        'resolveTicket',
        { params, body: { version, reason, outcome: given.outcome ?? 'explained' } },
        options,
      );
    case 'escalate':
      return callApi('escalateTicket', { params, body: { version, reason, ...office } }, options);
    case 'transfer':
      return callApi(
        'transferTicket',
        { params, body: { version, reason, officeCode: given.officeCode ?? '' } },
        options,
      );
    case 'assist':
      return callApi(
        'askAssistance',
        { params, body: { version, reason, officeCode: given.officeCode ?? '' } },
        options,
      );
    case 'note':
      return callApi('noteOnTicket', { params, body: { version, reason } }, options);
    case 'reopen':
      return callApi('reopenTicket', { params, body: { version, reason } }, options);
    case 'close':
      return callApi('closeTicket', { params, body: { version, ...(reason && { reason }) } }, options);
    case 'pull':
    case 'merge':
      return Promise.reject(new Error(`${step} is no step of one ticket's sheet`));
  }
}
