import type { Actor, Role } from '../domain/access/actor';
import { TusaError } from '../domain/errors';
import type { Office } from '../domain/routing/office';
import type { AuditLog, Passwords, SessionStore, Staff, StaffStore } from './access-ports';
import { checkPosting } from './check-posting';
import type { Clock, ConversationStore, Ids, LiveUpdates } from './ports';
import { randomText } from './random-text';
import { releaseConversations } from './release-conversations';

export interface ManageStaffDeps {
  readonly staff: StaffStore;
  readonly passwords: Passwords;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly officeByCode: (code: string) => Office | undefined;
  /** Absent at the command line, where nobody can be signed in yet. */
  readonly sessions?: Pick<SessionStore, 'closeAll'>;
  /** Conversations that the account has in hand; absent at the command line, as above. */
  readonly live?: LiveUpdates;
  readonly conversations?: ConversationStore;
}

export interface NewStaff {
  readonly name: string;
  readonly role: Role;
  readonly officeCode?: string;
}

export interface ManageStaff {
  /** Returns the one-time password, which is kept nowhere. `actor`: who does it, or `service` at the command line. */
  add(
    actor: Pick<Actor, 'id'>,
    wanted: NewStaff,
  ): Promise<{ readonly staff: Staff; readonly password: string }>;
  list(): Promise<readonly Staff[]>;
  /** Disabling ends the sessions of the account and gives its conversations back to the queue. */
  setDisabled(actor: Pick<Actor, 'id'>, id: string, disabled: boolean): Promise<Staff>;
}

/** About 68 bits, good for one sign-in. */
const PASSWORD_LENGTH = 12;

/** Accounts of staff. Throws `invalid_input` for a posting that makes no sense, `conflict` for a name that is taken. */
export function createManageStaff(deps: ManageStaffDeps): ManageStaff {
  const tell = (actor: string, action: string, { id, role, officeCode }: Staff): Promise<void> =>
    deps.audit.append({
      at: deps.clock.now(),
      actor,
      action,
      subject: id,
      ...(officeCode !== null && { officeCode }),
      data: { role },
    });
  return {
    async add(actor, { name, role, officeCode }) {
      const office = checkPosting(role, officeCode, deps.officeByCode);
      const password = randomText(deps.ids, PASSWORD_LENGTH);
      const staff: Staff = {
        id: deps.ids.next(),
        name: name.trim(),
        role,
        officeCode: office,
        passwordHash: await deps.passwords.hash(password),
        mustChangePassword: true,
        disabled: false,
        createdAt: deps.clock.now(),
        lastLoginAt: null,
      };
      if ((await deps.staff.add(staff)) === 'name_taken') {
        throw new TusaError('conflict', 'somebody has this name already', [
          { field: 'body.name', problem: 'taken', cure: 'add the office or a number to the name' },
        ]);
      }
      await tell(actor.id, 'staff.add', staff);
      return { staff, password };
    },
    list: () => deps.staff.list(),
    async setDisabled(actor, id, disabled) {
      const staff = await deps.staff.byId(id);
      if (!staff) throw new TusaError('not_found', 'there is no such account');
      if (staff.id === actor.id) throw new TusaError('conflict', 'nobody shuts out themselves');
      await deps.staff.setDisabled(id, disabled);
      if (disabled) {
        await deps.sessions?.closeAll(id);
        const { conversations, live, clock } = deps;
        if (conversations && live) await releaseConversations({ conversations, live, clock }, id);
      }
      await tell(actor.id, disabled ? 'staff.disable' : 'staff.enable', staff);
      return { ...staff, disabled };
    },
  };
}
