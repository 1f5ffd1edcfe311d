import type { SignIn, SignedIn } from '../../../application/sign-in';
import { RetryLater } from '../../../application/retry-later';
import type { CitizenToken } from '../../../contract/citizen';
import type { RateLimiter, SessionStore } from '../../../application/access-ports';
import type { Session } from '../../../contract/session';
import { TusaError } from '../../../domain/errors';
import type { Handlers } from '../api-router';
import type { Authenticate } from '../authenticate';
import type { OfficeView } from '../views/office-view';
import { meView } from '../views/staff-view';

export interface SessionHandlerDeps {
  readonly signIn: SignIn;
  readonly sessions: SessionStore;
  readonly limiter: RateLimiter;
  readonly authenticate: Authenticate;
  readonly issueCitizenToken: (resume?: string) => CitizenToken;
  readonly office: OfficeView;
}

type Names = 'issueCitizenToken' | 'signIn' | 'readSession' | 'signOut' | 'changePassword' | 'readMe';

export function sessionHandlers(deps: SessionHandlerDeps): Pick<Handlers, Names> {
  const answer = ({ staff, csrf }: Pick<SignedIn, 'staff' | 'csrf'>): Session => ({
    me: meView(staff, staff.mustChangePassword, deps.office),
    csrf,
  });
  /** The router has let only sessions through. */
  const present = <T>(session: T | undefined): T => {
    if (session === undefined) throw new TusaError('unauthenticated', 'sign in first');
    return session;
  };
  return {
    async issueCitizenToken({ body, address }) {
      const wait = await deps.limiter.take('citizen_token', address);
      if (wait > 0) throw new RetryLater('rate_limited', 'too many new conversations from here', wait);
      return deps.issueCitizenToken(body.resume);
    },
    async signIn({ body, address, response }) {
      const signedIn = await deps.signIn.signIn(body.name, body.password, address);
      deps.authenticate.setCookie(response, signedIn.secret);
      return answer(signedIn);
    },
    readSession: ({ session }) => Promise.resolve(answer(present(session))),
    async signOut({ session, response }) {
      await deps.sessions.close(present(session).secret);
      deps.authenticate.clearCookie(response);
    },
    async changePassword({ session, body, response }) {
      const signedIn = await deps.signIn.changePassword(present(session).staff, body.current, body.next);
      deps.authenticate.setCookie(response, signedIn.secret);
      return answer(signedIn);
    },
    readMe: ({ actor, session }) =>
      Promise.resolve(meView(actor, session?.staff.mustChangePassword ?? false, deps.office)),
  };
}
