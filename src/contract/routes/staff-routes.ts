import { z } from 'zod';
import { reportQuery, summary } from '../report';
import type { Route } from '../route';
import { addStaffBody, addedStaff, staffList, staffMember } from '../staff';

const one = z.object({ id: z.string().min(1).max(100) });
const nothing = z.object({});

export const STAFF_ROUTES = {
  readSummary: {
    method: 'get', path: '/reports/summary', tag: 'reports', auth: 'staff', status: 200,
    summary: 'Counts of tickets by measure, state and office.',
    query: reportQuery, answer: summary,
  },
  listStaff: {
    method: 'get', path: '/staff', tag: 'staff', auth: 'staff', status: 200,
    summary: 'All accounts, by name.',
    answer: staffList,
  },
  addStaff: {
    method: 'post', path: '/staff', tag: 'staff', auth: 'staff', status: 201,
    summary: 'A new account with a one-time password.',
    body: addStaffBody, answer: addedStaff,
  },
  disableStaff: {
    method: 'post', path: '/staff/{id}/disable', tag: 'staff', auth: 'staff', status: 200,
    summary: 'The account can no longer be used; its sessions end.',
    params: one, body: nothing, answer: staffMember,
  },
  enableStaff: {
    method: 'post', path: '/staff/{id}/enable', tag: 'staff', auth: 'staff', status: 200,
    summary: 'The account can be used again.',
    params: one, body: nothing, answer: staffMember,
  },
} as const satisfies Record<string, Route>; // prettier-ignore
