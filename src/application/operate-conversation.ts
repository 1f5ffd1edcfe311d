import type { Actor } from '../domain/access/actor';
import type { TurnWords } from '../domain/dialogs/create-turn-words';
import type { Say } from '../domain/dialogs/event';
import { TusaError } from '../domain/errors';
import { NUMBERS_TOLD } from './silent-turn';
import {
  changeConversation,
  type ChangeConversationDeps,
  type ConversationEdit,
} from './change-conversation';
import type { Conversation, StoredMessage } from './ports';

export interface OperateDeps extends ChangeConversationDeps {
  readonly words: Pick<TurnWords, 'takenOver' | 'handedBack'>;
  /** Pushes to channels that do not fetch by themselves. */
  readonly deliver: (conversation: Conversation, messages: readonly StoredMessage[]) => Promise<void>;
}

/** What an operator does with a conversation. While one has it the bot is silent. */
export interface OperateConversation {
  /** Also from another operator who has been silent for IDLE_MS, or since whose takeover danger was raised. */
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
    const { conversation, messages } = await changeConversation(deps, id, async (before) => ({
      ...(await edit(before)),
      audit: [{ at: deps.clock.now(), actor: actor.id, action, subject: id }],
    }));
    if (messages.length) await deps.deliver(conversation, messages);
    return conversation;
  };
  return {
    takeOver: (actor, id) =>
      told(actor, id, 'conversation.takeover', async (conversation) => {
        if (conversation.status === 'human' && conversation.operatorId === actor.id)
          return { change: {}, messages: [] };
        if (conversation.status === 'human' && !(await isAbandoned(deps, conversation)))
          throw new TusaError('conflict', 'another operator has this conversation');
        return {
          change: { status: 'human', operatorId: actor.id, waitingSince: null },
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

/** An operator who has said nothing for so long is taken to be away. */
const IDLE_MS = 600_000;
/** So many messages are looked through for the operator's last word. */
const LOOKED_AT = 300;

/** May somebody else take it from the operator who has it? Else a conversation could be silent for ever. */
async function isAbandoned(deps: OperateDeps, { id, nextSeq }: Conversation): Promise<boolean> {
  const messages = await deps.conversations.messages(id, Math.max(0, nextSeq - LOOKED_AT), LOOKED_AT);
  const taken = messages.findLastIndex(({ say }) => say?.handoff === 'taken_over');
  const since = messages.slice(taken + 1);
  const danger = since.some(({ author, understanding }) => {
    return author === 'citizen' && understanding !== undefined && understanding.danger !== 'none';
  });
  const last = since.findLast(({ author }) => author === 'operator') ?? messages[taken];
  return danger || last === undefined || deps.clock.now().getTime() - last.at.getTime() >= IDLE_MS;
}

function mine(conversation: Conversation, actor: Actor): void {
  if (conversation.status !== 'human' || conversation.operatorId !== actor.id) {
    throw new TusaError('conflict', 'take the conversation over first');
  }
}

function service(says: readonly Say[]): ConversationEdit['messages'] {
  return says.map(({ kind: _kind, text, ...say }) => ({ author: 'service', text, say }));
}

/** A person has seen to the danger: the dialog goes on as with anybody. */
function calmed(conversation: Conversation): Conversation['state'] {
  const flags = Object.fromEntries(
    Object.entries(conversation.state.flags).filter(([flag]) => flag !== 'danger' && flag !== NUMBERS_TOLD),
  );
  return { ...conversation.state, flags };
}
