import type { StaffNames } from '../../../application/staff-names';
import type { StoredMessage } from '../../../application/ports';
import type { Message } from '../../../contract/message';
import { maskSpans } from '../../../domain/access/mask-case';
import type { Explanation, Understanding } from '../../../domain/understanding/understanding';

export interface MessageViewOptions {
  readonly names: StaffNames;
  /** Masks free text; absent: everything is shown whole. */
  readonly mask?: (text: string) => string;
  /** Says why a message was understood as it was; absent: not asked. */
  readonly explain?: (text: string, understanding: Understanding) => readonly Explanation[];
}

/** A stored message as transcripts show it. */
export function messageView(message: StoredMessage, options: MessageViewOptions): Message {
  const { seq, at, author, authorId, say, understanding } = message;
  const { names, mask, explain } = options;
  const spans = mask && understanding ? maskSpans(message.text, understanding.entities) : message.text;
  const authorName = authorId === undefined ? undefined : names.get(authorId);
  return {
    seq,
    at: at.toISOString(),
    author,
    ...(authorName !== undefined && { authorName }),
    text: mask ? mask(spans) : spans,
    ...(say && { step: say.step }),
    ...(say?.slot !== undefined && { slot: say.slot }),
    ...(say?.choices && { choices: say.choices.map(({ value, title }) => ({ value, title })) }),
    ...(say?.tickets && { tickets: [...say.tickets] }),
    ...(say?.handoff !== undefined && { handoff: say.handoff }),
    ...(understanding && { understanding: understandingView(understanding) }),
    ...(understanding &&
      explain && {
        explanation: explain(message.text, understanding).map(({ label, spans: parts, nearest }) => ({
          label,
          spans: parts.map(({ start, end, weight }) => ({ start, end, weight })),
          ...(nearest !== undefined && { nearest }),
        })),
      }),
  };
}

/** Entities without their values: the span in the (masked) text is enough for a mark. */
function understandingView(understanding: Understanding): NonNullable<Message['understanding']> {
  const { lang, scope, act, urgency, danger, subject, department, zone, confidence } = understanding;
  return {
    lang, scope, act, urgency, danger, subject, department, zone, confidence,
    measures: understanding.measures.map(({ id, p }) => ({ id, p })),
    entities: understanding.entities.map(({ kind, start, end }) => ({ kind, start, end })),
  }; // prettier-ignore
}
