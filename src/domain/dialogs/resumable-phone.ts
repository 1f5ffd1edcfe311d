import type { DialogState } from './state';

/** Flag: the short code with which the case that was not filed can be taken up in another conversation. */
export const RESUME_CODE = 'resumeCode';

/** The telephone under which an unfinished case is looked for from elsewhere; null where it cannot be. */
export function resumablePhone({ flags, needs, fields }: DialogState): string | null {
  const phone = fields.caller_phone;
  if (flags[RESUME_CODE] === undefined || needs.length === 0 || phone?.status !== 'given') return null;
  return typeof phone.value === 'string' ? phone.value : null;
}
