import { changeConversation, type ChangeConversationDeps } from './change-conversation';

const PAGE = 100;

/** Gives every conversation that `operatorId` has in hand back to the queue: somebody else is wanted. */
export async function releaseConversations(deps: ChangeConversationDeps, operatorId: string): Promise<void> {
  const held: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.conversations.list({
      status: ['human'],
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    });
    held.push(...page.items.filter((one) => one.operatorId === operatorId).map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== undefined);
  for (const id of held) {
    await changeConversation(deps, id, (conversation) => ({
      // Somebody may have been faster.
      change:
        conversation.status === 'human' && conversation.operatorId === operatorId
          ? {
              status: 'waiting',
              operatorId: null,
              handoff: conversation.handoff ?? 'asked',
              waitingSince: deps.clock.now(),
            }
          : {},
      messages: [],
    }));
  }
}
