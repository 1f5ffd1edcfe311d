import type { Actor } from '../domain/access/actor';
import { shanghaiDay } from '../domain/clocks/shanghai';
import { TusaError } from '../domain/errors';
import type { Measure } from '../domain/measures/measure';
import { suggestReplies, type Reply, type Suggestion } from '../domain/suggestions/suggest-replies';
import type { SuggestionLog } from './access-ports';
import type { Clock, ConversationStore } from './ports';

export interface SuggestDeps {
  readonly conversations: Pick<ConversationStore, 'load' | 'messages'>;
  readonly suggestionLog: SuggestionLog;
  readonly clock: Clock;
  readonly replies: readonly Reply[];
  readonly measures: ReadonlyMap<string, Measure>;
}

export interface Suggested {
  /** The citizen's message that they answer. */
  readonly seq: number | null;
  readonly items: readonly (Suggestion & { readonly id: string })[];
}

export interface SuggestToOperator {
  suggest(conversationId: string): Promise<Suggested>;
  /** What the operator did with one; `not_found` when there is no such suggestion. */
  decide(actor: Actor, id: string, outcome: 'used' | 'edited' | 'dismissed'): Promise<void>;
}

/** The last so many messages surely hold the citizen's last one. */
const LOOK_BACK = 50;

/** Proposes replies to the citizen's last message, and keeps what became of each. */
export function createSuggestToOperator(deps: SuggestDeps): SuggestToOperator {
  return {
    async suggest(conversationId) {
      const conversation = await deps.conversations.load(conversationId);
      if (!conversation) throw new TusaError('not_found', 'there is no such conversation');
      const from = Math.max(0, conversation.nextSeq - LOOK_BACK);
      const messages = await deps.conversations.messages(conversationId, from);
      const last = messages.findLast(({ author }) => author === 'citizen');
      if (!last?.understanding) return { seq: null, items: [] };
      const now = deps.clock.now();
      const { seq, text, understanding } = last;
      const lang = conversation.state.lang === 'en' ? 'en' : 'zh';
      const items = suggestReplies(
        { text, understanding },
        deps.replies,
        deps.measures,
        lang,
        shanghaiDay(now),
      ).map((suggestion) => ({
        ...suggestion,
        // The same look twice is the same suggestion.
        id: `${conversationId}.${seq}.${suggestion.source.replace(/[^\w-]/g, '-')}`,
      }));
      await deps.suggestionLog.record(
        items.map(({ id, source, score }) => ({ id, conversationId, seq, at: now, source, score })),
      );
      return { seq, items };
    },
    async decide(actor, id, outcome) {
      if (!(await deps.suggestionLog.decide(id, outcome, actor.id, deps.clock.now())))
        throw new TusaError('not_found', 'there is no such suggestion');
    },
  };
}
