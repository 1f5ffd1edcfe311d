import type { OperateConversation } from '../../../application/operate-conversation';
import type { ReadConversations } from '../../../application/read-conversations';
import { staffNames } from '../../../application/staff-names';
import type { StaffStore } from '../../../application/access-ports';
import type { ConversationStore } from '../../../application/ports';
import type { SuggestToOperator } from '../../../application/suggest-to-operator';
import { TusaError } from '../../../domain/errors';
import type { Handlers } from '../api-router';
import type { ConversationView } from '../views/conversation-view';
import { messageView } from '../views/message-view';

export interface ConversationHandlerDeps {
  readonly read: ReadConversations;
  readonly operate: OperateConversation;
  readonly suggest: SuggestToOperator;
  readonly conversations: Pick<ConversationStore, 'messages'>;
  readonly staff: Pick<StaffStore, 'byId'>;
  readonly view: ConversationView;
}

type Names =
  | 'listConversations'
  | 'readConversation'
  | 'takeOver'
  | 'reply'
  | 'handBack'
  | 'readSuggestions'
  | 'useSuggestion'
  | 'editSuggestion'
  | 'dismissSuggestion';

type Deciding = Pick<Parameters<Handlers['useSuggestion']>[0], 'actor' | 'params'>;

export function conversationHandlers(deps: ConversationHandlerDeps): Pick<Handlers, Names> {
  const decide =
    (outcome: 'used' | 'edited' | 'dismissed') =>
    ({ actor, params: { id } }: Deciding): Promise<void> =>
      deps.suggest.decide(actor, id, outcome);
  return {
    async listConversations({ actor, query: { status, limit, cursor } }) {
      const page = await deps.read.list(actor, {
        limit,
        ...(status && { status }),
        ...(cursor !== undefined && { cursor }),
      });
      return {
        items: page.items.map((summary) => deps.view.card(actor, summary, page.names)),
        ...(page.next !== undefined && { next: page.next }),
      };
    },
    async readConversation({ actor, params: { id }, query, requestId }) {
      const read = await deps.read.one(actor, id, {
        requestId,
        ...(query.unmask !== undefined && { unmask: query.unmask }),
      });
      return deps.view.detail(actor, read);
    },
    async takeOver({ actor, params: { id } }) {
      await deps.operate.takeOver(actor, id);
      return deps.view.detail(actor, await deps.read.one(actor, id));
    },
    async reply({ actor, params: { id }, body }) {
      const conversation = await deps.operate.reply(actor, id, body.text);
      if (body.suggestion) {
        const { id: suggestion, edited } = body.suggestion;
        // The words are said already: a suggestion that is gone is no reason to fail.
        await deps.suggest.decide(actor, suggestion, edited ? 'edited' : 'used').catch((fault: unknown) => {
          if (!(fault instanceof TusaError && fault.code === 'not_found')) throw fault;
        });
      }
      const [message] = await deps.conversations.messages(id, conversation.nextSeq - 1, 1);
      if (!message) throw new TusaError('internal', 'the reply is not there');
      const names = await staffNames(deps.staff, [actor.id]);
      return { message: messageView(message, { names }) };
    },
    async handBack({ actor, params: { id } }) {
      await deps.operate.handBack(actor, id);
      return deps.view.detail(actor, await deps.read.one(actor, id));
    },
    async readSuggestions({ params: { id } }) {
      const { seq, items } = await deps.suggest.suggest(id);
      return {
        seq,
        items: items.map(({ id: suggestion, text, source, score }) => ({
          id: suggestion,
          text,
          source,
          score,
        })),
      };
    },
    useSuggestion: decide('used'),
    editSuggestion: decide('edited'),
    dismissSuggestion: decide('dismissed'),
  };
}
