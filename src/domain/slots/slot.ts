import { z } from 'zod';
import { LIST_READERS } from './list/list-readers';

/** A sentence in the languages of the service. Mongolian is shown only once its draft mark is taken away. */
export const sentence = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  mn: z.strictObject({ text: z.string().min(1), draft: z.boolean() }).optional(),
});
export type Sentence = z.infer<typeof sentence>;

export const SLOT_KINDS = [
  'name', 'phone', 'place', 'count', 'age', 'date', 'text', 'yes_no', 'ticket_number', 'list',
] as const; // prettier-ignore

/** What a button says and sends; `words` are further ways in which people say it. */
export const slotChoice = z.strictObject({
  value: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  words: z.array(z.string().min(1)).default([]),
});

/** One detail of a case: how it is asked, why, and how it is read back. The id is its key in dialogs/slots.yml. */
export const slot = z.strictObject({
  kind: z.enum(SLOT_KINDS),
  /** Who else than the office may see it: `sensitive` details need the consent of their own. */
  sensitivity: z.enum(['plain', 'personal', 'sensitive']),
  why: sentence,
  /** Ways to ask; the next one is taken after each failed answer. */
  ask: z.array(sentence).min(3),
  /** The same where somebody else than the writer's household is concerned. */
  ask_other: z.array(sentence).min(3).optional(),
  /** The same of a child. */
  ask_child: z.array(sentence).min(3).optional(),
  /** How a correction names it: 电话, 人口. */
  names: z.array(z.string().min(1)).default([]),
  /** Offered as buttons; typed answers are taken as well. */
  choices: z.array(slotChoice).default([]),
  /** Shown with the first question, not only after two failures. */
  choices_at_once: z.boolean().default(false),
  /** `{value}` said back in the read-back and after a correction; without it the slot is not read back. */
  readback: sentence.optional(),
  /** List slots: how entries are read, and which columns are asked of those that lack them. */
  entry: z
    .strictObject({
      reader: z.enum(LIST_READERS),
      /** Most entries kept. */
      most: z.number().int().positive(),
      /** Asked where more entries must be there than were told; `{names}` are those told. */
      more: sentence,
      /** In this order, each at most twice; `{names}` are the entries that lack it. */
      columns: z.array(z.strictObject({ column: z.string().min(1), ask: z.array(sentence).min(2) })),
      /** A count slot that follows from the entries, and how many more it counts: the writer. */
      counts: z.strictObject({ slot: z.string().min(1), plus: z.number().int() }).optional(),
    })
    .optional(),
  /** Place slots: the role of the place for routing. */
  role: z.enum(['present', 'registered', 'work', 'school', 'event', 'former', 'other_person']).optional(),
});
export type Slot = z.infer<typeof slot>;
export const slotsFile = z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), slot);
