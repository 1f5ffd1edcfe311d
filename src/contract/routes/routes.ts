import { CONVERSATION_ROUTES } from './conversation-routes';
import { SESSION_ROUTES } from './session-routes';
import { STAFF_ROUTES } from './staff-routes';
import { TICKET_ROUTES } from './ticket-routes';

/** Every endpoint of /api/v1 by its operation id; `GET /stream` stands apart, see stream-event.ts. */
export const ROUTES = {
  ...SESSION_ROUTES,
  ...TICKET_ROUTES,
  ...CONVERSATION_ROUTES,
  ...STAFF_ROUTES,
} as const;
export type RouteId = keyof typeof ROUTES;
