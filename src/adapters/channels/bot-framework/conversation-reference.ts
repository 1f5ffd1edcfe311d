import { z } from 'zod';
import type { ConversationReference } from 'botbuilder';

/**
 * Where a citizen of a Bot Framework channel is reached: a record of our own, so that nothing stored depends on the SDK's
 * types. It is kept as the conversation's `channelUser`.
 */
const stored = z.object({
  v: z.literal(1),
  serviceUrl: z.string(),
  channelId: z.string(),
  conversationId: z.string(),
  userId: z.string(),
  botId: z.string(),
});
export type StoredReference = z.infer<typeof stored>;

export function storeReference(reference: StoredReference): string {
  return JSON.stringify(reference);
}

/** Undefined for what is no reference of this version. */
export function readReference(text: string): Partial<ConversationReference> | undefined {
  const parsed = stored.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { serviceUrl, channelId, conversationId, userId, botId } = parsed.data;
  return {
    serviceUrl,
    channelId,
    conversation: { id: conversationId } as ConversationReference['conversation'],
    user: { id: userId, name: '' },
    bot: { id: botId, name: 'tusa' },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
