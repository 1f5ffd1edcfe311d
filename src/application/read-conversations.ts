import type { Actor } from '../domain/access/actor';
import {
  isRegional,
  mayReadConversation,
  mayReadWhole,
  maySeeTicket,
  type IsWithin,
} from '../domain/access/office-scope';
import { shownMessages } from '../domain/access/shown-messages';
import { may } from '../domain/access/permissions';
import { TusaError } from '../domain/errors';
import type { Ticket } from '../domain/tickets/ticket';
import type { AuditLog, StaffStore } from './access-ports';
import type {
  Clock,
  Conversation,
  ConversationStatus,
  ConversationStore,
  ConversationSummary,
  Page,
  StoredMessage,
  TicketStore,
} from './ports';
import { staffNames, type StaffNames } from './staff-names';

export interface ReadConversationsDeps {
  readonly conversations: Pick<ConversationStore, 'load' | 'list' | 'messages'>;
  readonly tickets: Pick<TicketStore, 'byConversation'>;
  readonly staff: Pick<StaffStore, 'byId'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly isWithin: IsWithin;
}

/**
 * A conversation, unmasked yet: whoever shows it masks it unless `unmasked`. To a supervisor who does not see all of
 * its tickets it is no more than what belongs to those in the jurisdiction.
 */
export interface ReadConversation {
  readonly conversation: Conversation;
  readonly messages: readonly StoredMessage[];
  readonly tickets: readonly Ticket[];
  readonly names: StaffNames;
  readonly unmasked: boolean;
}

export interface ReadConversations {
  list(
    actor: Actor,
    filter: { status?: readonly ConversationStatus[]; limit: number; cursor?: string },
  ): Promise<Page<ConversationSummary> & { readonly names: StaffNames }>;
  /** `unmask`: the reason for showing personal details whole; audited. */
  one(
    actor: Actor,
    id: string,
    options?: { readonly unmask?: string; readonly requestId?: string },
  ): Promise<ReadConversation>;
}

/** The last so many messages of a conversation that never ended are enough for a screen. */
const MESSAGES = 500;

export function createReadConversations(deps: ReadConversationsDeps): ReadConversations {
  return {
    async list(actor, filter) {
      if (!may(actor.role, 'conversation.answer') && !isRegional(actor))
        throw new TusaError('forbidden', 'the list of conversations is the operators’');
      const page = await deps.conversations.list(filter);
      return {
        ...page,
        names: await staffNames(
          deps.staff,
          page.items.map(({ operatorId }) => operatorId),
        ),
      };
    },
    async one(actor, id, { unmask, requestId } = {}) {
      const [conversation, tickets] = await Promise.all([
        deps.conversations.load(id),
        deps.tickets.byConversation(id),
      ]);
      if (!conversation || !mayReadConversation(actor, tickets, deps.isWithin))
        throw new TusaError('not_found', 'there is no such conversation');
      if (unmask !== undefined) {
        await deps.audit.append({
          at: deps.clock.now(),
          actor: actor.id,
          action: 'conversation.unmask',
          subject: id,
          reason: unmask,
          ...(requestId !== undefined && { requestId }),
        });
      }
      const all = await deps.conversations.messages(id, Math.max(0, conversation.nextSeq - MESSAGES));
      const whole = mayReadWhole(actor, tickets, deps.isWithin);
      const visible = whole ? tickets : tickets.filter((one) => maySeeTicket(actor, one, deps.isWithin));
      const hidden = tickets.filter((one) => !visible.includes(one));
      const messages = whole ? all : shownMessages(all, visible, hidden);
      const names = await staffNames(deps.staff, [
        conversation.operatorId,
        ...messages.map(({ authorId }) => authorId),
      ]);
      return {
        conversation: whole ? conversation : withoutMatter(conversation),
        messages,
        tickets: visible,
        names,
        unmasked: unmask !== undefined,
      };
    },
  };
}

/** The matter that is being spoken of now may be another office's. */
function withoutMatter(conversation: Conversation): Conversation {
  const { state } = conversation;
  return {
    ...conversation,
    measure: null,
    handoff: null,
    state: { ...state, dialog: null, open: null, needs: [], fields: {}, flags: {} },
  };
}
