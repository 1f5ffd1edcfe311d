import { createAttachmentStore } from '../adapters/db/attachment-store';
import { createAuditLog } from '../adapters/db/audit-log';
import { createConversationStore } from '../adapters/db/conversation-store';
import { Database } from '../adapters/db/database';
import { createIdempotencyStore } from '../adapters/db/idempotency-store';
import { installationSecret } from '../adapters/db/installation-secret';
import { migrate } from '../adapters/db/migrate';
import { createOutbox } from '../adapters/db/outbox';
import { createStaffStore } from '../adapters/db/staff-store';
import { createSuggestionLog } from '../adapters/db/suggestion-log';
import { createTicketStore } from '../adapters/db/ticket-store';
import { createTokenStore } from '../adapters/db/token-store';
import { createBlindIndex } from '../adapters/seal/blind-index';
import { createMasterVault } from '../adapters/seal/master-vault';
import type {
  AttachmentStore,
  AuditLog,
  IdempotencyStore,
  StaffStore,
  SuggestionLog,
  TokenStore,
} from '../application/access-ports';
import type { Clock, ConversationStore, Logger, Outbox, TicketStore } from '../application/ports';

/** The record: PostgreSQL behind its ports. */
export interface DurableRecord {
  readonly database: Database;
  readonly conversations: ConversationStore;
  readonly tickets: TicketStore;
  readonly outbox: Outbox;
  readonly staff: StaffStore;
  readonly tokens: TokenStore;
  readonly audit: AuditLog;
  readonly idempotency: IdempotencyStore;
  readonly attachments: AttachmentStore;
  readonly suggestionLog: SuggestionLog;
  /** Signs Direct Line tokens; every process of the installation has the same. */
  readonly directLineSecret: Buffer;
}

export interface RecordSettings {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly masterKeys: ReadonlyMap<string, Buffer>;
  readonly root: string;
}

/** Migrates, then builds every store. */
export async function composeRecord(
  settings: RecordSettings,
  clock: Clock,
  logger: Logger,
): Promise<DurableRecord> {
  const applied = await migrate(settings.databaseUrl, settings.root, clock.now());
  if (applied.length) logger.info('record.migrated', { applied: applied.length });
  const database = new Database({
    url: settings.databaseUrl,
    poolSize: settings.poolSize,
    onConnectionLost: () => logger.warn('record.connection_lost'),
  });
  const vault = createMasterVault(settings.masterKeys);
  const seals = {
    vault,
    blindIndex: createBlindIndex(await installationSecret(database, vault, 'blind index')),
  };
  return {
    database,
    conversations: createConversationStore(database, seals),
    tickets: createTicketStore(database, seals),
    outbox: createOutbox(database, clock),
    staff: createStaffStore(database),
    tokens: createTokenStore(database),
    audit: createAuditLog(database, vault),
    idempotency: createIdempotencyStore(database, vault),
    attachments: createAttachmentStore(database, vault),
    suggestionLog: createSuggestionLog(database),
    directLineSecret: await installationSecret(database, vault, 'direct line'),
  };
}
