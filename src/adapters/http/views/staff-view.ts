import type { Staff } from '../../../application/access-ports';
import type { Me } from '../../../contract/session';
import type { StaffMember } from '../../../contract/staff';
import type { Actor } from '../../../domain/access/actor';
import type { OfficeView } from './office-view';

export function staffView(staff: Staff, office: OfficeView): StaffMember {
  return {
    id: staff.id,
    name: staff.name,
    role: staff.role,
    office: staff.officeCode === null ? null : office(staff.officeCode),
    disabled: staff.disabled,
    mustChangePassword: staff.mustChangePassword,
    createdAt: staff.createdAt.toISOString(),
    lastLoginAt: staff.lastLoginAt?.toISOString() ?? null,
  };
}

export function meView(actor: Actor, mustChangePassword: boolean, office: OfficeView): Me {
  return {
    id: actor.id,
    name: actor.name,
    role: actor.role,
    office: actor.officeCode === null ? null : office(actor.officeCode),
    mustChangePassword,
  };
}
