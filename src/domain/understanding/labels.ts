import { z } from 'zod';

/** The closed label sets of a citizen's message. The guide to each value is docs/labelling.md. */
export const MEASURE_CODES = [
  'M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10',
  'M11', 'M12', 'M13', 'M14', 'M15', 'M16', 'M17', 'M18', 'M19', 'M20',
] as const; // prettier-ignore
export const measureCode = z.enum(MEASURE_CODES);
export type MeasureCode = z.infer<typeof measureCode>;

export const language = z.enum(['zh', 'en', 'mn', 'mn-cyrl', 'mixed', 'other']);
export type Language = z.infer<typeof language>;

export const scope = z.enum(['measure', 'referral', 'general', 'chat']);
export type Scope = z.infer<typeof scope>;

export const act = z.enum([
  'consult', 'help', 'progress', 'complaint', 'report', 'suggestion', 'praise', 'offer', 'handoff', 'other',
]); // prettier-ignore
export type Act = z.infer<typeof act>;

/** critical: life or safety at risk now · urgent: today · normal: the rest. */
export const urgency = z.enum(['critical', 'urgent', 'normal']);
export type Urgency = z.infer<typeof urgency>;

export const danger = z.enum([
  'none', 'fire', 'medical', 'violence', 'self_harm', 'child_harm', 'exposure', 'missing',
]); // prettier-ignore
export type Danger = z.infer<typeof danger>;
export type DangerKind = Exclude<Danger, 'none'>;

/** Who needs the help: the writer's household, a relative in another household, anybody else. */
export const subject = z.enum(['self', 'family', 'other']);
export type Subject = z.infer<typeof subject>;

export const department = z.enum([
  'medical_insurance', 'education', 'housing', 'employment', 'emergency_management', 'rescue_station',
  'police', 'disability_federation', 'justice', 'health', 'other',
]); // prettier-ignore
export type Department = z.infer<typeof department>;

export const tag = z.enum([
  'colloquial', 'dialect', 'typo', 'asr', 'long', 'short', 'multi', 'implicit', 'negation', 'mixed', 'formal',
  'elder', 'distractor',
]); // prettier-ignore
