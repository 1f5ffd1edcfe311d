import type { Actor } from '../domain/access/actor';
import type { TurnWords } from '../domain/dialogs/create-turn-words';
import type { Say } from '../domain/dialogs/event';
import { TusaError } from '../domain/errors';
import type { AuditLog } from './access-ports';
import { changeConversation, type ChangeConversationDeps } from './change-conversation';
import type { Conversation, StoredMessage } from './ports';

export interface OperateDeps extends ChangeConversationDeps {
  readonly words: Pick<TurnWords, 'takenOver' | 'handedBack'>;
  readonly audit: AuditLog;
  /** Pushes to channels that do not fetch by themselves. */
  readonly deliver: (conversation: Conversation, messages: readonly StoredMessage[]) => Promise<void>;
}

/** What an operator does with a conversation. While one has it the bot is silent. */
export interface OperateConversation {
  takeOver(actor: Actor, id: string): Promise<Conversation>;
  reply(actor: Actor, id: string, text: string): Promise<Conversation>;
  handBack(actor: Actor, id: string): Promise<Conversation>;
}

export function createOperateConversation(deps: OperateDeps): OperateConversation {
  const told = async (
    actor: Actor,
    id: string,
    action: string,
    edit: Parameters<typeof changeConversation>[2],
  ): Promise<Conversation> => {
    const { conversation, messages } = await changeConversation(deps, id, edit);
    await deps.audit.append({ at: deps.clock.now(), actor: actor.id, action, subject: id });
    if (messages.length) await deps.deliver(conversation, messages);
    return conversation;
  };
  return {
    takeOver: (actor, id) =>
      told(actor, id, 'conversation.takeover', (conversation) => {
        if (conversation.status === 'human' && conversation.operatorId !== actor.id) {
          throw new TusaError('conflict', 'another operator has this conversation');
        }
        if (conversation.status === 'human') return { change: {}, messages: [] };
        return {
          change: { status: 'human', operatorId: actor.id },
          messages: service(deps.words.takenOver(conversation.state.lang)),
        };
      }),
    reply: (actor, id, text) =>
      told(actor, id, 'conversation.reply', (conversation) => {
        mine(conversation, actor);
        return { change: {}, messages: [{ author: 'operator', authorId: actor.id, text }] };
      }),
    handBack: (actor, id) =>
      told(actor, id, 'conversation.handback', (conversation) => {
        mine(conversation, actor);
        return {
          change: {
            status: 'bot',
            operatorId: null,
            handoff: null,
            waitingSince: null,
            danger: 'none',
            state: calmed(conversation),
          },
          messages: service(deps.words.handedBack(conversation.state.lang)),
        };
      }),
  };
}

function mine(conversation: Conversation, actor: Actor): void {
  if (conversation.status !== 'human' || conversation.operatorId !== actor.id) {
    throw new TusaError('conflict', 'take the conversation over first');
  }
}

function service(says: readonly Say[]): ConversationEditMessages {
  return says.map(({ kind: _kind, text, ...say }) => ({ author: 'service', text, say }));
}
type ConversationEditMessages = ReturnType<Parameters<typeof changeConversation>[2]>['messages'];

/** A person has seen to the danger: the dialog goes on as with anybody. */
function calmed(conversation: Conversation): Conversation['state'] {
  const flags = Object.fromEntries(
    Object.entries(conversation.state.flags).filter(([flag]) => flag !== 'danger'),
  );
  return { ...conversation.state, flags };
}
