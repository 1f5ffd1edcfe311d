import type { AttachmentStore, RateLimiter } from '../../../application/access-ports';
import type { Clock, ConversationStore, Ids, LiveUpdates, Logger } from '../../../application/ports';
import type { CitizenBotDeps } from '../citizen-bot';

export interface DirectLineDeps extends CitizenBotDeps {
  readonly conversations: Pick<ConversationStore, 'load' | 'messages'>;
  readonly attachments: AttachmentStore;
  readonly live: LiveUpdates;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly limiter: RateLimiter;
  /** 32 bytes that every process shares: signs tokens. */
  readonly tokenSecret: Buffer;
  /** For `tokens/generate` by other servers; undefined closes it. */
  readonly sharedSecret: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly openSockets: (n: number) => void;
}
