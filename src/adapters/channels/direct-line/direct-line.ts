import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Router } from 'express';
import type { CitizenToken } from '../../../contract/citizen';
import type { DirectLineDeps } from './direct-line-deps';
import { DirectLineAdapter } from './direct-line-adapter';
import { originAllowed } from './direct-line-cors';
import { createDirectLineRouter } from './direct-line-router';
import { createDirectLineSockets } from './direct-line-sockets';
import { TOKEN_LIFE_S, createDirectLineTokens } from './direct-line-tokens';
import type { SentFile } from './sent-by-citizen';
import { storedActivity } from './stored-activity';

export interface DirectLine {
  /** To be mounted at /v3/directline. */
  readonly router: Router;
  /** Takes the server's socket upgrades. */
  attach(server: Server): void;
  close(): void;
  /**
   * A token for a new conversation, or for going on with the one of `resume`, an old token. No account is needed, so the
   * caller limits the rate.
   */
  issueToken(resume?: string): CitizenToken;
}

/** A file's address is good for a day: pages fetch pictures without any header of ours. */
const FILE_LIFE_S = 86_400;

/** Direct Line 3.0, served by ourselves. */
export function createDirectLine(deps: DirectLineDeps): DirectLine {
  const tokens = createDirectLineTokens(deps.tokenSecret);
  const adapter = new DirectLineAdapter(deps);
  const baseUrl = (request: IncomingMessage): string => {
    const { protocol } = request as IncomingMessage & { protocol?: string };
    const secure = protocol === 'https' || request.headers['x-forwarded-proto'] === 'https';
    return `${secure ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}/v3/directline`;
  };
  const activityOf = (message: Parameters<typeof storedActivity>[0], request: IncomingMessage) =>
    storedActivity(message, (file: SentFile) => {
      const { conversationId } = message;
      const grant = { kind: 'file', conversationId, file: file.id } as const;
      return `${baseUrl(request)}/attachments/${file.id}?t=${tokens.issue(grant, FILE_LIFE_S, deps.clock.now())}`;
    });
  const sockets = createDirectLineSockets({
    ...deps,
    tokens,
    activityOf,
    mayConnect: (request) => originAllowed(request, deps.allowedOrigins),
  });
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return {
    router: createDirectLineRouter({
      ...deps,
      tokens,
      adapter,
      sockets,
      activityOf,
      isSharedSecret: (secret) =>
        deps.sharedSecret !== undefined && timingSafeEqual(digest(secret), digest(deps.sharedSecret)),
    }),
    attach: (server) => sockets.attach(server),
    close: () => sockets.close(),
    issueToken(resume) {
      const now = deps.clock.now();
      const old = resume === undefined ? undefined : tokens.readOld(resume, now);
      const grant = old ?? { kind: 'conversation', conversationId: deps.ids.next() };
      return {
        token: tokens.issue(grant, TOKEN_LIFE_S, now),
        conversationId: grant.conversationId,
        expires_in: TOKEN_LIFE_S,
      };
    },
  };
}
