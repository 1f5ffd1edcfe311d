import { z } from 'zod';
import {
  act,
  danger,
  department,
  language,
  measureCode,
  scope,
  subject,
  urgency,
} from '../domain/understanding/labels';
import { page, pageQuery } from './paging';
import { field } from './tickets';

export const conversationStatus = z.enum(['bot', 'waiting', 'human', 'ended']);

export const conversationLine = z.object({
  id: z.string(),
  channel: z.string(),
  lang: language,
  status: conversationStatus,
  danger,
  urgency,
  measure: measureCode.nullable(),
  measureTitle: z.string(),
  handoff: z.string().nullable(),
  waitingSince: z.iso.datetime().nullable(),
  operator: z.string().nullable(),
  mine: z.boolean(),
  lastMessageAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  /** The citizen's last words, masked. */
  lastText: z.string(),
  tickets: z.array(z.string()),
});
export type ConversationLine = z.infer<typeof conversationLine>;
export const conversationPage = page(conversationLine);

/** What was understood of a message, in the words of the screens. */
export const reading = z.object({
  scope,
  measures: z.array(z.object({ id: measureCode, title: z.string(), p: z.number() })),
  act,
  urgency,
  danger,
  subject,
  department: department.nullable(),
  confidence: z.number(),
  zone: z.enum(['act', 'ask', 'handover']),
  /** The parts of the text that spoke for the first measure, strongest first; UTF-16 offsets. */
  spans: z.array(z.object({ start: z.int(), end: z.int(), weight: z.number() })),
});
export const message = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  author: z.enum(['citizen', 'bot', 'operator', 'service']),
  authorName: z.string().nullable(),
  text: z.string(),
  step: z.string().nullable(),
  slot: z.string().nullable(),
  choices: z.array(z.object({ value: z.string(), title: z.string() })),
  reading: reading.nullable(),
});
export type Message = z.infer<typeof message>;

export const conversationDetail = conversationLine.extend({
  messages: z.array(message),
  /** The case form as it fills itself. */
  fields: z.record(z.string(), field),
  places: z.array(z.object({ role: z.string(), code: z.string(), name: z.string() })),
  openSlot: z.string().nullable(),
});
export type ConversationDetail = z.infer<typeof conversationDetail>;

export const conversationParams = z.strictObject({ id: z.string().max(80) });
export const conversationListQuery = pageQuery.extend({
  /** Comma between several. */
  status: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(conversationStatus))
    .optional(),
});
export const replyBody = z.strictObject({ text: z.string().trim().min(1, 'write something').max(2000) });
export const empty = z.strictObject({});

export const suggestion = z.object({
  id: z.string(),
  text: z.string(),
  source: z.string(),
  score: z.number(),
});
export const suggestions = z.object({ items: z.array(suggestion) });
export type Suggestion = z.infer<typeof suggestion>;
export const suggestionParams = z.strictObject({
  id: z.string().max(80),
  outcome: z.enum(['used', 'edited', 'dismissed']),
});
