import { z } from 'zod';
import { caseFields } from './case-fields';
import {
  conversationStatus, danger, instant, language, measureCode, urgency, words,
} from './labels'; // prettier-ignore
import { message } from './message';
import { paging } from './paging';
import { person } from './ticket';

/** A conversation as the operators' queue shows it. */
export const conversationCard = z.object({
  id: z.string(),
  channel: z.string(),
  lang: language,
  status: conversationStatus,
  danger,
  urgency,
  measure: measureCode.nullable(),
  measureTitle: words.nullable(),
  /** Why a person is wanted. */
  handoff: z.string().nullable(),
  waitingSince: instant.nullable(),
  operator: person.nullable(),
  /** In charge of the one who asks. */
  mine: z.boolean(),
  createdAt: instant,
  lastMessageAt: instant,
  /** Last words of the citizen, shortened and masked. */
  lastText: z.string(),
  tickets: z.array(z.string()),
});
export type ConversationCard = z.infer<typeof conversationCard>;

export const conversationDetail = conversationCard.extend({
  messages: z.array(message),
  /** The case as it fills itself. */
  fields: caseFields,
  /** Ids of the slots of the running dialog that have no answer yet, in the order of asking. */
  missing: z.array(z.string()),
  masked: z.boolean(),
});
export type ConversationDetail = z.infer<typeof conversationDetail>;

export const conversationListQuery = paging.extend({
  /** One status or several, comma between. */
  status: z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text === '') return undefined;
      const parsed = z.array(conversationStatus).safeParse(text.split(','));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: `use ${conversationStatus.options.join(', ')}` });
      return z.NEVER;
    }),
});

export const replyBody = z.object({
  text: z.string().trim().min(1).max(4000),
  /** The suggestion that the words came from; `edited` when they were changed. */
  suggestion: z.object({ id: z.string().min(1).max(100), edited: z.boolean() }).optional(),
});
export const replyAnswer = z.object({ message });

/** A reply proposed to an operator. `source`: a policy item, e.g. M05-2, or `reply:` and a reply's id. `score`: 0 to 1. */
export const suggestion = z.object({
  id: z.string(),
  text: z.string(),
  source: z.string(),
  score: z.number(),
});
export type Suggestion = z.infer<typeof suggestion>;
/** `seq`: the citizen's message that they answer; null while the citizen has said nothing. */
export const suggestions = z.object({ seq: z.int().nullable(), items: z.array(suggestion) });
export type Suggestions = z.infer<typeof suggestions>;
