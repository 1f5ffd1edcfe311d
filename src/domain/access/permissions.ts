import type { Role } from './actor';

export const PERMISSIONS = [
  'ticket.read', // tickets within the actor's office scope
  'ticket.unmask', // personal fields, one ticket at a time, with a reason
  'ticket.pull', // claim from the office's lane
  'ticket.work', // sign, contact, resolve … what one holds
  'ticket.direct', // over the holder's head: transfer, escalate, merge
  'ticket.note', // add a note, reopen for a citizen
  'conversation.read',
  'conversation.answer', // take over, reply, hand back
  'report.read',
  'staff.manage',
  'queue.view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Role × action. What is not here is not allowed. */
const ALLOWED: Readonly<Record<Role, readonly Permission[]>> = {
  operator: ['ticket.read', 'ticket.note', 'conversation.read', 'conversation.answer'],
  officer: ['ticket.read', 'ticket.unmask', 'ticket.pull', 'ticket.work', 'ticket.note'],
  supervisor: [
    'ticket.read',
    'ticket.unmask',
    'ticket.work',
    'ticket.direct',
    'ticket.note',
    'conversation.read',
    'report.read',
  ],
  administrator: ['report.read', 'staff.manage', 'queue.view'],
};

export function may(role: Role, permission: Permission): boolean {
  return ALLOWED[role].includes(permission);
}
