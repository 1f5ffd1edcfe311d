import type { CommitResult } from '../../application/ports';
import type { TusaError } from '../../domain/errors';
import type { ConversationChange } from './conversation-row';
import type { Database, Statement } from './database';
import { databaseFault, sqlState } from './database-fault';
import type { MessageColumns } from './message-row';

/** A turn that only moves its conversation on and adds messages: nearly every one. */
export interface PlainTurn {
  readonly conversationId: string;
  /** The version in `change` is one more. */
  readonly expectedVersion: number;
  readonly change: ConversationChange;
  readonly messages: readonly MessageColumns[];
}

/**
 * Statements under way at once. One more turn then waits for a statement to come back, and goes with the others that
 * wait: the busier the service, the more turns share a round trip and a write to the disk.
 */
const UNDER_WAY = 2;
const LARGEST_BATCH = 64;

/** $1 conversations and $2 messages as JSON, $3 everything sealed, end to end: bytes inside JSON would take twice the room. */
const COMMIT_MANY: Statement = {
  name: 'commit_turns',
  text: `
    with moved as (
      update conversations c set
        lang = n.lang, status = n.status, danger = n.danger, urgency = n.urgency, measure = n.measure,
        handoff = n.handoff, waiting_since = n.waiting_since, operator_id = n.operator_id,
        state = substr($3::bytea, n.sealed_at, n.sealed_size), version = n.version, next_seq = n.next_seq,
        last_message_at = n.last_message_at, active_at = n.active_at,
        wake_at = n.wake_at,
        resume_index = n.resume_index
      from json_to_recordset($1) n(
        id text, lang text, status text, danger text, urgency urgency, measure text, handoff text,
        waiting_since timestamptz, operator_id text, version integer, next_seq integer,
        last_message_at timestamptz, active_at timestamptz, wake_at timestamptz, resume_index bytea,
        sealed_at integer, sealed_size integer)
      where c.id = n.id and c.version = n.version - 1
      returning c.id
    ), said as (
      insert into messages (conversation_id, seq, turn, at, author, author_id, dedupe_key, body)
      select m.conversation_id, m.seq, m.turn, m.at, m.author, m.author_id, m.dedupe_key,
        substr($3::bytea, m.sealed_at, m.sealed_size)
      from json_to_recordset($2) m(
        conversation_id text, seq integer, turn integer, at timestamptz, author text, author_id text,
        dedupe_key text, sealed_at integer, sealed_size integer)
      join moved on moved.id = m.conversation_id
    )
    select id from moved`,
};

interface Waiting {
  readonly turn: PlainTurn;
  readonly done: (result: CommitResult | Promise<CommitResult>) => void;
  readonly fail: (fault: TusaError) => void;
}

/** Commits plain turns of different conversations together; each is still all or nothing by itself. */
export class TurnBatch {
  private waiting: Waiting[] = [];
  private underWay = 0;
  private scheduled = false;

  constructor(
    private readonly database: Database,
    /** Commits one turn alone, and finds out exactly why it cannot be. */
    private readonly alone: (turn: PlainTurn) => Promise<CommitResult>,
  ) {}

  commit(turn: PlainTurn): Promise<CommitResult> {
    return new Promise((done, fail) => {
      this.waiting.push({ turn, done, fail });
      if (this.scheduled) return;
      this.scheduled = true;
      // After the input of this round of the event loop has been read, so that what came together goes together.
      setImmediate(() => {
        this.scheduled = false;
        this.send();
      });
    });
  }

  private send(): void {
    while (this.underWay < UNDER_WAY && this.waiting.length > 0) {
      this.underWay += 1;
      void this.run(this.take()).then(() => {
        this.underWay -= 1;
        this.send();
      });
    }
  }

  /** At most one turn of each conversation: the statement could not tell two of them apart. */
  private take(): readonly Waiting[] {
    const batch = new Map<string, Waiting>();
    const later: Waiting[] = [];
    for (const entry of this.waiting) {
      const { conversationId } = entry.turn;
      if (batch.size < LARGEST_BATCH && !batch.has(conversationId)) batch.set(conversationId, entry);
      else later.push(entry);
    }
    this.waiting = later;
    return [...batch.values()];
  }

  /** Never rejects. */
  private async run(batch: readonly Waiting[]): Promise<void> {
    const moved = new Set<string>();
    try {
      const turns = batch.map(({ turn }) => turn);
      const rows = await this.database.attempt<{ id: string }>(COMMIT_MANY, parameters(turns));
      for (const { id } of rows) moved.add(id);
    } catch (fault) {
      // One turn that cannot be (delivered twice, say) undid the statement for all: each is tried alone. But when the
      // connection broke, nobody knows what was committed, and trying again would say a message twice.
      if (!wasUndone(fault)) {
        for (const { fail } of batch) fail(databaseFault(fault));
        return;
      }
    }
    for (const { turn, done } of batch) {
      done(moved.has(turn.conversationId) ? 'committed' : this.alone(turn));
    }
  }
}

function parameters(turns: readonly PlainTurn[]): readonly unknown[] {
  const sealed: Buffer[] = [];
  let size = 0;
  const withSeal = (columns: object, bytes: Buffer): object => {
    sealed.push(bytes);
    // SQL counts from one.
    const sealed_at = size + 1;
    size += bytes.length;
    return { ...columns, sealed_at, sealed_size: bytes.length };
  };
  const conversations = turns.map(({ change }) => withSeal(change.columns, change.state));
  const messages = turns.flatMap((turn) => turn.messages.map(({ columns, body }) => withSeal(columns, body)));
  return [JSON.stringify(conversations), JSON.stringify(messages), Buffer.concat(sealed, size)];
}

/** The server itself said no, so the statement had no effect: bad data, a constraint, a deadlock. */
function wasUndone(fault: unknown): boolean {
  return /^(?:22|23|40)...$/.test(sqlState(fault) ?? '');
}
