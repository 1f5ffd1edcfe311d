import { createBullBoard } from '@bull-board/api';
import { BullAdapter } from '@bull-board/api/bullAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Router } from 'express';
import { may } from '../../domain/access/permissions';
import { TusaError } from '../../domain/errors';
import type { Authenticate } from './authenticate';

export const QUEUE_BOARD_PATH = '/admin/queues';
/** A bull queue, seen from here only as what the board takes. */
export type BoardQueue = ConstructorParameters<typeof BullAdapter>[0];

/** bull-board for administrators, to look at only: no job is retried or removed past the audit. Jobs hold ids and codes. */
export function queueBoard(queues: readonly BoardQueue[], authenticate: Authenticate): Router {
  const board = new ExpressAdapter();
  board.setBasePath(QUEUE_BOARD_PATH);
  createBullBoard({
    queues: queues.map((queue) => new BullAdapter(queue, { readOnlyMode: true })),
    serverAdapter: board,
  });
  const router = Router();
  router.use(async (request, response, next) => {
    response.locals.route = QUEUE_BOARD_PATH;
    // The board's own requests carry no CSRF token: the cookie is SameSite=Strict, and the page must be ours.
    const { actor } = await authenticate.caller(request, { csrf: false });
    if (!may(actor.role, 'queue.view')) throw new TusaError('forbidden', `a ${actor.role} may not do this`);
    response.locals.actor = actor.id;
    // The board sets styles of its own.
    const policy = String(response.getHeader('Content-Security-Policy') ?? '');
    response.set(
      'Content-Security-Policy',
      policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
    );
    next();
  });
  router.use(board.getRouter() as Router);
  return router;
}
