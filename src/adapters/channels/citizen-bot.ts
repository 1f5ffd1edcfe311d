import { ActivityHandler, type TurnContext } from 'botbuilder';
import type { HandledMessage, InboundMessage } from '../../application/handle-message';
import type { StoredMessage } from '../../application/ports';
import { spokenActivity } from './spoken-activity';

/** What a channel found in an activity: whose conversation, and what was said. */
export type ReadActivity = (context: TurnContext) => InboundMessage;

export interface CitizenBotDeps {
  readonly handleMessage: (inbound: InboundMessage) => Promise<HandledMessage>;
  readonly startConversation: (
    request: Pick<InboundMessage, 'conversationId' | 'channel' | 'channelUser' | 'locale'>,
  ) => Promise<readonly StoredMessage[]>;
}

/** Key of the turn's result in `context.turnState`. */
export const HANDLED = Symbol('handled');

/** The one handler behind every channel: activities in, `handleMessage`, activities out. */
export class CitizenBot extends ActivityHandler {
  constructor(deps: CitizenBotDeps, read: ReadActivity) {
    super();
    this.onMessage(async (context) => {
      const handled = await deps.handleMessage(read(context));
      context.turnState.set(HANDLED, handled);
      // The same message delivered twice gets the same answer; on channels that push, once was enough.
      if (!handled.duplicate && handled.replies.length)
        await context.sendActivities(handled.replies.map(spokenActivity));
    });
    this.onMembersAdded(async (context) => {
      const { conversationId, channel, channelUser, locale } = read(context);
      const greeting = await deps.startConversation({
        conversationId,
        channel,
        channelUser,
        ...(locale !== undefined && { locale }),
      });
      if (greeting.length) await context.sendActivities(greeting.map(spokenActivity));
    });
  }
}
