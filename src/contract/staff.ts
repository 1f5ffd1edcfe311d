import { z } from 'zod';
import { staffRole } from './session';

export const addStaffBody = z.strictObject({
  name: z.string().trim().min(2, 'use 2 to 60 characters').max(60, 'use 2 to 60 characters'),
  role: staffRole,
  /** Needed for officers (their office) and supervisors (their jurisdiction). */
  officeCode: z
    .string()
    .regex(/^\d{2,9}$/, 'use an office code: 2, 4, 6 or 9 digits')
    .nullable()
    .default(null),
});
export const staffLine = z.object({
  id: z.string(),
  name: z.string(),
  role: staffRole,
  office: z.object({ code: z.string(), name: z.string() }).nullable(),
  disabled: z.boolean(),
  lastLoginAt: z.iso.datetime().nullable(),
});
export type StaffLine = z.infer<typeof staffLine>;
export const staffList = z.object({ items: z.array(staffLine) });
/** The password is shown this once. */
export const addedStaff = staffLine.extend({ oneTimePassword: z.string() });
export const staffParams = z.strictObject({ id: z.string().max(80) });
export const disableBody = z.strictObject({ disabled: z.boolean() });
