import { z } from 'zod';
import {
  act, danger, department, instant, language, measureCode, sayStep, scope, subject, urgency,
} from './labels'; // prettier-ignore

/** What was understood of a citizen's message. `start` and `end` are UTF-16 offsets into `text` as given here. */
export const messageUnderstanding = z.object({
  lang: language,
  scope,
  measures: z.array(z.object({ id: measureCode, p: z.number() })),
  act,
  urgency,
  danger,
  subject,
  department: department.nullable(),
  zone: z.enum(['act', 'ask', 'handover']),
  confidence: z.number(),
  entities: z.array(z.object({ kind: z.string(), start: z.int(), end: z.int() })),
});

/** Why a label was given: the spans that spoke for it, strongest first, and the nearest known text. */
export const messageExplanation = z.object({
  label: z.string(),
  spans: z.array(z.object({ start: z.int(), end: z.int(), weight: z.number() })),
  nearest: z.string().optional(),
});

/** One message of a transcript. Telephones and names in `text` are masked unless it was asked for otherwise. */
export const message = z.object({
  seq: z.int(),
  at: instant,
  author: z.enum(['citizen', 'bot', 'operator', 'service']),
  /** Name of the operator. */
  authorName: z.string().optional(),
  text: z.string(),
  step: sayStep.optional(),
  slot: z.string().optional(),
  choices: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
  tickets: z.array(z.string()).optional(),
  handoff: z.string().optional(),
  understanding: messageUnderstanding.optional(),
  explanation: z.array(messageExplanation).optional(),
});
export type Message = z.infer<typeof message>;
