import type { Delivery } from '../../application/ports';

/**
 * Pushes by the conversation's own channel. Direct Line is not among them: what is stored reaches its sockets by live
 * updates and its polls by themselves.
 */
export function createDelivery(channels: Readonly<Record<string, Delivery>>): Delivery {
  return {
    deliver: async (conversation, messages) => {
      await channels[conversation.channel]?.deliver(conversation, messages);
    },
  };
}
