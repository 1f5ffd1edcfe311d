import { randomBytes } from 'node:crypto';
import { createConversationStore } from '../../src/adapters/db/conversation-store';
import { Database } from '../../src/adapters/db/database';
import { installationSecret } from '../../src/adapters/db/installation-secret';
import { createOutbox } from '../../src/adapters/db/outbox';
import { createTicketStore } from '../../src/adapters/db/ticket-store';
import type { TicketSeals } from '../../src/adapters/db/ticket-row';
import { createBlindIndex } from '../../src/adapters/seal/blind-index';
import { createMasterVault } from '../../src/adapters/seal/master-vault';
import type { Clock } from '../../src/application/ports';
import type { RecordUnderTest } from '../contracts/record-world';

export interface RealRecord extends RecordUnderTest {
  readonly database: Database;
  readonly seals: TicketSeals;
  readonly masterKeys: ReadonlyMap<string, Buffer>;
}

/** The record as compose.ts makes it, on a database that testDatabase() gave. Close `database` at the end. */
export async function realRecord(
  url: string,
  clock: Clock,
  masterKeys: ReadonlyMap<string, Buffer> = new Map([['k1', randomBytes(32)]]),
): Promise<RealRecord> {
  const database = new Database({ url, poolSize: 12, name: 'tusa-test' });
  const vault = createMasterVault(masterKeys);
  const seals = {
    vault,
    blindIndex: createBlindIndex(await installationSecret(database, vault, 'blind index')),
  };
  return {
    database,
    seals,
    masterKeys,
    conversations: createConversationStore(database, seals),
    tickets: createTicketStore(database, seals),
    outbox: createOutbox(database, clock),
  };
}
