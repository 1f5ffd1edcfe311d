import { z } from 'zod';
import { office } from './office';
import { role } from './labels';

export const signInBody = z.object({
  name: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
});

/** Who is asking. */
export const me = z.object({
  id: z.string(),
  name: z.string(),
  role,
  /** Office of an officer, jurisdiction of a supervisor. */
  office: office.nullable(),
  /** Signed in with a one-time password: everything else is refused until `POST /session/password`. */
  mustChangePassword: z.boolean(),
});
export type Me = z.infer<typeof me>;

/** `csrf` goes into the header X-CSRF-Token of every POST and DELETE of this session. */
export const session = z.object({ me, csrf: z.string() });
export type Session = z.infer<typeof session>;

export const changePasswordBody = z.object({
  current: z.string().min(1).max(200),
  next: z.string().min(10, 'use at least 10 characters').max(200),
});
