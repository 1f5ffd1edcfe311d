import { timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { SessionStore, Staff, StaffStore, TokenStore } from '../../application/access-ports';
import { tokenHash } from '../../application/issue-token';
import type { Actor } from '../../domain/access/actor';
import { TusaError } from '../../domain/errors';

export interface AuthenticateDeps {
  readonly sessions: SessionStore;
  readonly staff: Pick<StaffStore, 'byId'>;
  readonly tokens: Pick<TokenStore, 'byHash'>;
  /** The service is reached by https: the cookie is Secure and bound to the host. */
  readonly secure: boolean;
}

/** Who asks, and by what: a program by its token, a person by the session's cookie. */
export interface Caller {
  readonly actor: Actor;
  readonly session?: { readonly staff: Staff; readonly secret: string; readonly csrf: string };
}

export interface Authenticate {
  /**
   * Throws `unauthenticated`; `forbidden` for a write by cookie that does not prove where it comes from, and for
   * somebody who still has a one-time password. `csrf: false`: its origin is proof enough. `oneTime: true`: a one-time
   * password will do.
   */
  caller(
    request: Request,
    options?: { readonly csrf?: boolean; readonly oneTime?: boolean },
  ): Promise<Caller>;
  /** A form that opens or uses a session must come from our own pages. */
  checkOrigin(request: Request): void;
  setCookie(response: Response, secret: string): void;
  clearCookie(response: Response): void;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export function createAuthenticate(deps: AuthenticateDeps): Authenticate {
  // The prefix makes browsers refuse a cookie that another host or an insecure page has set.
  const name = deps.secure ? '__Host-tusa_session' : 'tusa_session';
  const cookie = { httpOnly: true, sameSite: 'strict', secure: deps.secure, path: '/' } as const;

  async function byToken(token: string): Promise<Caller> {
    const stored = await deps.tokens.byHash(tokenHash(token));
    if (!stored) throw new TusaError('unauthenticated', 'the token is unknown or was revoked');
    const { id, name: tokenName, role, officeCode } = stored;
    return { actor: { id, name: tokenName, role, officeCode } };
  }

  async function byCookie(request: Request, secret: string, csrf: boolean): Promise<Caller> {
    const session = await deps.sessions.read(secret);
    const staff = session && (await deps.staff.byId(session.staffId));
    if (!staff || staff.disabled)
      throw new TusaError('unauthenticated', 'the session has ended: sign in again');
    if (!SAFE.has(request.method)) {
      checkOrigin(request);
      if (csrf && !equal(request.get('x-csrf-token') ?? '', session.csrf))
        throw new TusaError('forbidden', 'the header X-CSRF-Token is missing or wrong: reload the page');
    }
    const { id, name: staffName, role, officeCode } = staff;
    return {
      actor: { id, name: staffName, role, officeCode },
      session: { staff, secret, csrf: session.csrf },
    };
  }

  function checkOrigin(request: Request): void {
    const origin = request.get('origin');
    const foreign =
      origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.get('host'));
    const site = request.get('sec-fetch-site');
    if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none'))
      throw new TusaError('forbidden', 'this must come from our own pages');
  }

  return {
    async caller(request, { csrf = true, oneTime = false } = {}) {
      const authorization = request.get('authorization');
      if (authorization !== undefined) {
        const token = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(authorization)?.[1];
        if (token === undefined)
          throw new TusaError('unauthenticated', 'use Authorization: Bearer and a token');
        return byToken(token);
      }
      const secret = readCookie(request, name);
      if (secret === undefined) throw new TusaError('unauthenticated', 'sign in first');
      const caller = await byCookie(request, secret, csrf);
      if (caller.session?.staff.mustChangePassword && !oneTime) {
        throw new TusaError('forbidden', 'choose a password of your own first', [
          { field: 'password', problem: 'one-time', cure: 'POST /api/v1/session/password' },
        ]);
      }
      return caller;
    },
    checkOrigin,
    setCookie: (response, secret) => void response.cookie(name, secret, cookie),
    clearCookie: (response) => void response.clearCookie(name, cookie),
  };
}

function readCookie(request: Request, name: string): string | undefined {
  for (const part of (request.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name && value !== undefined && /^[\w-]{20,100}$/.test(value)) return value;
  }
  return undefined;
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
