import { z } from 'zod';
import { instant, role } from './labels';
import { office, officeCode } from './office';

export const staffMember = z.object({
  id: z.string(),
  name: z.string(),
  role,
  office: office.nullable(),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: instant,
  lastLoginAt: instant.nullable(),
});
export type StaffMember = z.infer<typeof staffMember>;
export const staffList = z.object({ items: z.array(staffMember) });

/** Officers and supervisors need an office; the others have none. */
export const addStaffBody = z.object({
  name: z.string().trim().min(2).max(60),
  role,
  officeCode: officeCode.optional(),
});
/** `password` is shown this once, and must be changed when first used. */
export const addedStaff = z.object({ staff: staffMember, password: z.string() });
export type AddedStaff = z.infer<typeof addedStaff>;
