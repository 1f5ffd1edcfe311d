import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import type { HandledMessage, InboundMessage } from '../../../application/handle-message';
import { CitizenBot, HANDLED, type CitizenBotDeps } from '../citizen-bot';

const INBOUND = Symbol('inbound');

/**
 * Direct Line as a botbuilder channel within this process. What the bot says is stored by the turn itself and read from
 * the record by polls and sockets, so sending sends nothing and may safely happen any number of times.
 */
export class DirectLineAdapter extends BotAdapter {
  private readonly bot: CitizenBot;

  constructor(deps: CitizenBotDeps) {
    super();
    this.bot = new CitizenBot(deps, (context) => context.turnState.get<InboundMessage>(INBOUND));
  }

  /** Runs a message's turn; it is committed when this returns. */
  async receive(inbound: InboundMessage): Promise<HandledMessage> {
    const context = await this.run(inbound, { type: 'message', text: inbound.text });
    return context.turnState.get<HandledMessage>(HANDLED);
  }

  /** The greeting: somebody has opened the conversation. */
  async join(opened: Omit<InboundMessage, 'text'>): Promise<void> {
    const { channelUser } = opened;
    await this.run(
      { ...opened, text: '' },
      { type: 'conversationUpdate', membersAdded: [{ id: channelUser, name: '', role: 'user' }] },
    );
  }

  private async run(inbound: InboundMessage, activity: Partial<Activity>): Promise<TurnContext> {
    const context = new TurnContext(this, {
      ...activity,
      channelId: 'directline',
      from: { id: inbound.channelUser, name: '', role: 'user' },
      recipient: { id: 'tusa', name: 'tusa', role: 'bot' },
      conversation: { id: inbound.conversationId } as Activity['conversation'],
      ...(inbound.locale !== undefined && { locale: inbound.locale }),
    });
    context.turnState.set(INBOUND, inbound);
    await this.runMiddleware(context, (turn) => this.bot.run(turn));
    return context;
  }

  override sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return Promise.resolve(activities.map(({ id }) => ({ id: id ?? '' })));
  }

  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('a message that was said is never changed'));
  }

  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('a message that was said is never taken back'));
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('what is said unasked is stored, see say-unasked.ts'));
  }
}
