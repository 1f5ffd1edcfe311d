import { createHash } from 'node:crypto';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request as BotRequest,
  type Response as BotResponse,
  type TurnContext,
} from 'botbuilder';
import express, { Router } from 'express';
import type { InboundMessage } from '../../../application/handle-message';
import type { Delivery, Logger } from '../../../application/ports';
import { CitizenBot, type CitizenBotDeps } from '../citizen-bot';
import { spokenActivity } from '../spoken-activity';
import { readReference, storeReference } from './conversation-reference';

export interface BotFrameworkSettings {
  /** All three as the Bot Framework registration gives them; without id and password the endpoint is closed. */
  readonly appId: string | undefined;
  readonly appPassword: string | undefined;
  readonly tenantId: string | undefined;
  /** Development only: opens the endpoint without credentials, which anybody may then write to. */
  readonly openWithoutCredentials: boolean;
}

export interface BotFramework {
  /** To be mounted at /api/messages. */
  readonly router: Router;
  readonly delivery: Delivery;
}

const CHANNEL = 'bot-framework';
const BODY_LIMIT = '64kb';

/** The channels of Bot Framework (Teams and others) at `/api/messages`. */
export function createBotFramework(
  settings: BotFrameworkSettings,
  deps: CitizenBotDeps & { readonly logger: Logger },
): BotFramework {
  const hasCredentials = settings.appId !== undefined && settings.appPassword !== undefined;
  const router = Router();
  if (!hasCredentials && !settings.openWithoutCredentials) {
    // Without credentials the SDK checks nothing: better that there is no such address at all.
    return { router, delivery: { deliver: () => Promise.resolve() } };
  }
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: settings.appId ?? '',
      MicrosoftAppPassword: settings.appPassword ?? '',
      MicrosoftAppTenantId: settings.tenantId ?? '',
      MicrosoftAppType: settings.tenantId === undefined ? 'MultiTenant' : 'SingleTenant',
    }),
  );
  adapter.onTurnError = (_context, fault) => {
    deps.logger.error('bot_framework.turn_failed', { kind: fault.name });
    return Promise.reject(fault);
  };
  const bot = new CitizenBot(deps, inboundOf);
  router.use(express.json({ limit: BODY_LIMIT }));
  router.post('/', async (request, response) => {
    // The library's own shapes of express's objects, of which it uses what they share.
    await adapter.process(request as BotRequest, response as unknown as BotResponse, (context) =>
      bot.run(context),
    );
  });
  return {
    router,
    delivery: {
      async deliver(conversation, messages) {
        const reference = readReference(conversation.channelUser);
        if (!reference) return;
        await adapter.continueConversationAsync(settings.appId ?? '', reference, async (context) => {
          await context.sendActivities(messages.map(spokenActivity));
        });
      },
    },
  };
}

/** The SDK's activity as the message road takes it. */
function inboundOf({ activity }: TurnContext): InboundMessage {
  const { channelId, conversation, from, recipient, serviceUrl, text, locale, id } = activity;
  const channelUser = storeReference({
    v: 1,
    serviceUrl,
    channelId,
    conversationId: conversation.id,
    userId: from.id,
    botId: recipient.id,
  });
  const given: unknown = activity.value;
  return {
    // Ids of channels may be long and hold anything.
    conversationId: createHash('sha256').update(`${channelId} ${conversation.id}`).digest('hex').slice(0, 36),
    channel: CHANNEL,
    channelUser,
    text: text ?? (typeof given === 'string' ? given : ''),
    ...(typeof given === 'string' && { value: given }),
    ...(locale !== undefined && { locale }),
    ...(id !== undefined && { dedupeKey: id }),
  };
}
