import { parsePhone } from '../../understanding/entities/phone';
import { begunElsewhere, goesElsewhere } from '../phrases/going-elsewhere';
import { findResumeCode } from '../phrases/find-resume-code';
import type { Turn } from './turn';

/** Flag: a case begun elsewhere is being looked for; holds the telephone once it was said. */
const RESUMING = 'resuming';
const TRIES = 'resumeTries';
const MOST_TRIES = 3;
const NO_CODE =
  /^.{0,6}(?:没|忘|丢|找不|不知道|不记得|不晓得).{0,6}$|码.{0,4}(?:没|忘|丢|找不)|(?:没|忘|丢|找不).{0,6}码|no code|\b(?:lost|forgot|don't have)\b/i;
/** So long a message without digits is a matter of its own. */
const OTHER_MATTER = 10;

/**
 * Takes up a case that was begun in another conversation. Nothing of it is said before its telephone and its code are
 * both right; who has no code begins anew. True where the message was about that.
 */
export function resumeElsewhere(t: Turn): boolean {
  const before = t.flags[RESUMING];
  const begun = begunElsewhere(t.text);
  if (typeof before !== 'string' && !begun) return false;
  const code = findResumeCode(t.text);
  const phone =
    parsePhone(t.text) ?? (before === '' || before === undefined ? knownPhone(t) : String(before));
  const isOther = !begun && code === undefined && parsePhone(t.text) === undefined && !NO_CODE.test(t.text);
  if (isOther && t.text.length >= OTHER_MATTER) {
    forget(t);
    return false;
  }
  const tries = Number(t.flags[TRIES] ?? 0) + 1;
  t.flags[TRIES] = tries;
  t.flags[RESUMING] = phone ?? '';
  if (tries > MOST_TRIES || (code === undefined && NO_CODE.test(t.text) && !begun)) {
    forget(t);
    if (phone !== undefined) t.fill('caller_phone', phone);
    t.say('answer', 'resume.no_code');
  } else if (phone === undefined) t.say('ask', 'resume.ask_phone');
  else if (code === undefined) t.say('ask', 'resume.ask_code');
  else t.emit({ kind: 'resume_case', phone, code });
  return true;
}

/** The person goes, or will go on in another place: the case is kept, and they hear how to find it again. */
export function leaveForNow(t: Turn): boolean {
  if (t.dialog === null || !goesElsewhere(t.text)) return false;
  t.say('say', 'pause');
  if (t.given('caller_phone')) t.emit({ kind: 'offer_resume' });
  else t.say('say', 'pause.no_phone');
  return true;
}

function knownPhone(t: Turn): string | undefined {
  const { caller_phone: phone } = t.fields;
  return phone?.status === 'given' ? String(phone.value) : undefined;
}

function forget(t: Turn): void {
  delete t.flags[RESUMING];
  delete t.flags[TRIES];
}
