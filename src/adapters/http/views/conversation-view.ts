import { z } from 'zod';
import type { ReadConversation } from '../../../application/read-conversations';
import type { Conversation, ConversationSummary } from '../../../application/ports';
import type { StaffNames } from '../../../application/staff-names';
import type { ConversationCard, ConversationDetail } from '../../../contract/conversation';
import type { Words } from '../../../contract/labels';
import type { Actor } from '../../../domain/access/actor';
import { createTextMask, maskFields } from '../../../domain/access/mask-case';
import type { DialogState } from '../../../domain/dialogs/state';
import type { MeasureCode } from '../../../domain/understanding/labels';
import type { Explanation, Understanding } from '../../../domain/understanding/understanding';
import { messageView } from './message-view';

export interface ConversationViewDeps {
  readonly titleOf: (measure: MeasureCode | null) => Words | null;
  /** Slots of the running dialog that have no answer yet, in the order of asking. */
  readonly missingSlots: (state: DialogState) => readonly string[];
  readonly explain?: (text: string, understanding: Understanding) => readonly Explanation[];
}

export interface ConversationView {
  card(actor: Actor, summary: ConversationSummary, names: StaffNames): ConversationCard;
  detail(actor: Actor, read: ReadConversation): ConversationDetail;
}

/** What a channel keeps of files that a citizen sent, as far as it is shown: how many. */
const sentFiles = z.object({ files: z.array(z.unknown()) });
/** Explaining costs a fraction of a millisecond each; of a long talk only the last messages are looked at. */
const EXPLAINED = 20;

export function createConversationView(deps: ConversationViewDeps): ConversationView {
  const head = (actor: Actor, one: ConversationSummary | Conversation, names: StaffNames) => ({
    id: one.id,
    channel: one.channel,
    lang: one.lang,
    status: one.status,
    danger: one.danger,
    urgency: one.urgency,
    measure: one.measure,
    measureTitle: deps.titleOf(one.measure),
    handoff: one.handoff,
    waitingSince: one.waitingSince?.toISOString() ?? null,
    operator:
      one.operatorId === null
        ? null
        : { id: one.operatorId, name: names.get(one.operatorId) ?? one.operatorId },
    mine: one.operatorId === actor.id,
    createdAt: one.createdAt.toISOString(),
    lastMessageAt: one.lastMessageAt.toISOString(),
  });
  return {
    card: (actor, summary, names) => ({
      ...head(actor, summary, names),
      lastText: summary.lastText,
      tickets: [...summary.tickets],
    }),
    detail(actor, { conversation, messages, tickets, names, unmasked }) {
      const numbers = tickets.map(({ number }) => number);
      const { fields } = conversation.state;
      const mask = unmasked
        ? undefined
        : createTextMask([fields, ...tickets.map((ticket) => ticket.fields)], numbers);
      const recent = messages.filter(({ author }) => author === 'citizen').slice(-EXPLAINED)[0]?.seq ?? 0;
      const shown = messages.map((message) => {
        const view = messageView(message, {
          names,
          ...(mask && { mask }),
          ...(deps.explain && message.seq >= recent && { explain: deps.explain }),
        });
        // At the end, so that the marks on the words stay where they are; a file's name may be a person's.
        const files = sentFiles.safeParse(message.channelData).data?.files.length ?? 0;
        return files > 0 ? { ...view, text: `${view.text} 📎×${files}`.trim() } : view;
      });
      return {
        ...head(actor, conversation, names),
        lastText: shown.findLast(({ author }) => author === 'citizen')?.text ?? '',
        tickets: numbers,
        messages: shown,
        fields: unmasked ? { ...fields } : { ...maskFields(fields) },
        missing: [...deps.missingSlots(conversation.state)],
        masked: !unmasked,
      };
    },
  };
}
