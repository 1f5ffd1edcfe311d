import type { Actor } from '../domain/access/actor';
import { TusaError } from '../domain/errors';
import type { AuditLog, Passwords, RateLimiter, SessionStore, Staff, StaffStore } from './access-ports';
import { randomText } from './random-text';
import { RetryLater } from './retry-later';
import type { Clock, Ids } from './ports';

export interface SignInDeps {
  readonly staff: StaffStore;
  readonly passwords: Passwords;
  readonly sessions: SessionStore;
  readonly limiter: RateLimiter;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface SignedIn {
  readonly staff: Staff;
  /** For the cookie. */
  readonly secret: string;
  readonly csrf: string;
}

export interface SignIn {
  /** Throws `unauthenticated` or `rate_limited`, the same whether or not the name is known. */
  signIn(name: string, password: string, address: string): Promise<SignedIn>;
  /** Ends every other session of the account. */
  changePassword(staff: Staff, current: string, next: string): Promise<SignedIn>;
}

/** A token's letters, about 256 bits. */
const CSRF_LENGTH = 43;

export function createSignIn(deps: SignInDeps): SignIn {
  // Checked when nobody has the name, so that the time tells nothing.
  let nobody: Promise<string> | undefined;
  const open = async (staff: Staff): Promise<SignedIn> => {
    const csrf = randomText(deps.ids, CSRF_LENGTH);
    return { staff, csrf, secret: await deps.sessions.open({ staffId: staff.id, csrf }) };
  };
  return {
    async signIn(name, password, address) {
      const key = name.trim().toLowerCase();
      // Strict where the guessing is done, loose for the name itself: else anybody could shut its owner out.
      const here = `${key} ${address}`;
      const waits = [
        await deps.limiter.take('sign_in', address),
        await deps.limiter.take('sign_in_name', here),
        await deps.limiter.take('sign_in_anywhere', key),
      ];
      if (Math.max(...waits) > 0)
        throw new RetryLater('rate_limited', 'too many tries: wait some minutes', Math.max(...waits));
      const staff = await deps.staff.byName(name.trim());
      nobody ??= deps.passwords.hash('nobody');
      const fits = await deps.passwords.verify(staff?.passwordHash ?? (await nobody), password);
      if (!staff || !fits || staff.disabled) {
        if (staff) await tell(deps, staff, 'session.refused');
        throw new TusaError('unauthenticated', 'the name or the password is wrong');
      }
      await deps.limiter.forget('sign_in', address);
      await deps.limiter.forget('sign_in_name', here);
      await deps.staff.recordLogin(staff.id, deps.clock.now());
      await tell(deps, staff, 'session.open');
      return open(staff);
    },
    async changePassword(staff, current, next) {
      const wait = await deps.limiter.take('sign_in_name', staff.id);
      if (wait > 0) throw new RetryLater('rate_limited', 'too many tries: wait some minutes', wait);
      if (!(await deps.passwords.verify(staff.passwordHash, current)))
        throw new TusaError('invalid_input', 'the present password is wrong', [
          { field: 'body.current', problem: 'wrong', cure: 'type the password that you signed in with' },
        ]);
      if (next === current)
        throw new TusaError('invalid_input', 'the new password is the old one', [
          { field: 'body.next', problem: 'the same as before', cure: 'choose another' },
        ]);
      await deps.limiter.forget('sign_in_name', staff.id);
      await deps.staff.setPassword(staff.id, await deps.passwords.hash(next), false);
      await deps.sessions.closeAll(staff.id);
      await tell(deps, staff, 'staff.password');
      return open({ ...staff, mustChangePassword: false });
    },
  };
}

function tell(deps: SignInDeps, { id }: Pick<Actor, 'id'>, action: string): Promise<void> {
  return deps.audit.append({ at: deps.clock.now(), actor: id, action, subject: id });
}
