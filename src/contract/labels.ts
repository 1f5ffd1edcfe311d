import { z } from 'zod';

/** The closed sets that requests and answers use. A test holds them against the domain's own. */
export const MEASURE_CODES = [
  'M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10',
  'M11', 'M12', 'M13', 'M14', 'M15', 'M16', 'M17', 'M18', 'M19', 'M20',
] as const; // prettier-ignore
export const measureCode = z.enum(MEASURE_CODES);
export const language = z.enum(['zh', 'en', 'mn', 'mn-cyrl', 'mixed', 'other']);
export const scope = z.enum(['measure', 'referral', 'general', 'chat']);
export const act = z.enum([
  'consult', 'help', 'progress', 'complaint', 'report', 'suggestion', 'praise', 'offer', 'handoff', 'other',
]); // prettier-ignore
export const urgency = z.enum(['critical', 'urgent', 'normal']);
export const danger = z.enum([
  'none', 'fire', 'medical', 'violence', 'self_harm', 'child_harm', 'exposure', 'missing',
]); // prettier-ignore
export const subject = z.enum(['self', 'family', 'other']);
export const department = z.enum([
  'medical_insurance', 'education', 'housing', 'employment', 'emergency_management', 'rescue_station',
  'police', 'disability_federation', 'justice', 'health', 'other',
]); // prettier-ignore
export const ticketState = z.enum([
  'open', 'claimed', 'signed', 'contacted', 'waiting_citizen', 'resolved', 'closed', 'merged',
]); // prettier-ignore
export const clockMark = z.enum(['sign', 'contact', 'visit', 'act', 'done', 'follow_up']);
export const outcomeCode = z.enum([
  'accepted', 'helped', 'referred', 'explained', 'not_accepted', 'unreachable', 'withdrawn', 'no_measure',
]); // prettier-ignore
export const historyAction = z.enum([
  'pull', 'release', 'sign', 'contact', 'wait', 'return', 'adjudicate', 'extend', 'resolve', 'escalate', 'transfer',
  'assist', 'note', 'reopen', 'close', 'merge', 'dispatch', 'breach', 'file',
]); // prettier-ignore
export const sayStep = z.enum([
  'say', 'ask', 'clarify', 'confirm', 'filed', 'handoff', 'danger', 'answer', 'end',
]); // prettier-ignore
export const conversationStatus = z.enum(['bot', 'waiting', 'human', 'ended']);
export const role = z.enum(['operator', 'officer', 'supervisor', 'administrator']);
export const lane = z.enum(['critical', 'due_today', 'to_sign', 'working', 'waiting_citizen', 'follow_up']);

export type MeasureCode = z.infer<typeof measureCode>;
export type Urgency = z.infer<typeof urgency>;
export type Danger = z.infer<typeof danger>;
export type TicketState = z.infer<typeof ticketState>;
export type ClockMark = z.infer<typeof clockMark>;
export type OutcomeCode = z.infer<typeof outcomeCode>;
export type HistoryAction = z.infer<typeof historyAction>;
export type SayStep = z.infer<typeof sayStep>;
export type ConversationStatus = z.infer<typeof conversationStatus>;
export type Role = z.infer<typeof role>;
export type Lane = z.infer<typeof lane>;

/** A wording in both full languages. */
export const words = z.object({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof words>;
/** ISO 8601, UTC. */
export const instant = z.iso.datetime();
