import type { TicketAction, TicketState } from './ticket';

/**
 * Legal moves as a table: action → states it may start from → state it leads to (`same` keeps it). Whatever is not
 * here is refused with `illegal_transition`. `holder`: only the officer who holds the ticket may do it.
 */
export interface Move {
  readonly from: readonly TicketState[];
  readonly to: TicketState | 'same';
  readonly holder: boolean;
  /** A reason in words is required. */
  readonly reason: boolean;
}

const AT_WORK: readonly TicketState[] = ['signed', 'contacted', 'waiting_citizen'];
const UNFINISHED: readonly TicketState[] = ['open', 'claimed', ...AT_WORK];

export const MOVES: Readonly<
  Record<Exclude<TicketAction, 'file' | 'dispatch' | 'breach' | 'adjudicate'>, Move>
> = {
  pull: { from: ['open', 'claimed'], to: 'claimed', holder: false, reason: false },
  release: { from: ['claimed'], to: 'open', holder: true, reason: false },
  sign: { from: ['open', 'claimed'], to: 'signed', holder: false, reason: false },
  contact: { from: AT_WORK, to: 'contacted', holder: true, reason: false },
  wait: { from: AT_WORK, to: 'waiting_citizen', holder: true, reason: true },
  return: { from: ['claimed', ...AT_WORK], to: 'open', holder: true, reason: true },
  extend: { from: AT_WORK, to: 'same', holder: true, reason: true },
  resolve: { from: AT_WORK, to: 'resolved', holder: true, reason: true },
  escalate: { from: UNFINISHED, to: 'open', holder: false, reason: true },
  transfer: { from: UNFINISHED, to: 'open', holder: false, reason: true },
  assist: { from: UNFINISHED, to: 'same', holder: false, reason: true },
  note: { from: [...UNFINISHED, 'resolved'], to: 'same', holder: false, reason: true },
  reopen: { from: ['resolved', 'closed'], to: 'open', holder: false, reason: true },
  close: { from: ['resolved'], to: 'closed', holder: false, reason: false },
  merge: { from: UNFINISHED, to: 'merged', holder: false, reason: true },
};

/** The legal next steps of a ticket, the natural one first: the workbench's primary button. */
export const NEXT_STEPS: Readonly<Record<TicketState, readonly (keyof typeof MOVES)[]>> = {
  open: ['pull', 'sign', 'transfer', 'escalate', 'note'],
  claimed: ['sign', 'return', 'release', 'transfer', 'escalate', 'note'],
  signed: ['contact', 'resolve', 'return', 'extend', 'wait', 'escalate', 'assist', 'note'],
  contacted: ['resolve', 'wait', 'extend', 'return', 'escalate', 'assist', 'contact', 'note'],
  waiting_citizen: ['contact', 'resolve', 'extend', 'return', 'note'],
  resolved: ['close', 'reopen', 'note'],
  closed: ['reopen'],
  merged: [],
};
