import { z } from 'zod';

export const staffRole = z.enum(['operator', 'officer', 'supervisor', 'administrator']);
export type StaffRole = z.infer<typeof staffRole>;

export const signInBody = z.strictObject({
  name: z.string().min(1).max(60),
  password: z.string().min(1).max(200),
});

export const passwordBody = z.strictObject({
  current: z.string().min(1).max(200),
  next: z.string().min(10, 'use at least 10 characters').max(200),
});

/** Who is signed in. `csrf` goes back in the header X-CSRF-Token of every write by cookie. */
export const me = z.object({
  id: z.string(),
  name: z.string(),
  role: staffRole,
  office: z.object({ code: z.string(), name: z.string() }).nullable(),
  mustChangePassword: z.boolean(),
  csrf: z.string().nullable(),
});
export type Me = z.infer<typeof me>;
