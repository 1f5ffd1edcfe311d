import { sql } from 'kysely';
import { z } from 'zod';
import type { ConversationStore, ConversationSummary, Page } from '../../application/ports';
import type { Vault } from '../../application/vault';
import { conversationHead } from './conversation-row';
import { decodeCursor, encodeCursor } from './cursor';
import type { Database } from './database';
import { maskWords } from './mask-words';
import type { ConversationRow } from './tables';

type Filter = Parameters<ConversationStore['list']>[0];
type Row = Omit<ConversationRow, 'state' | 'channel_user' | 'resume_index'> & {
  last_body: Buffer | null;
  tickets: string[];
  in_danger: boolean;
};

/** Not in danger, waiting since (ISO; empty when nobody waits), active at, id: of the last row shown. */
const cursorShape = z.tuple([
  z.boolean(),
  z.union([z.iso.datetime(), z.literal('')]),
  z.iso.datetime(),
  z.string(),
]);

const IN_DANGER = sql<boolean>`(danger <> 'none' and status <> 'ended')`;
const STATUSES = ['bot', 'waiting', 'human', 'ended'] as const;

export async function listConversations(
  database: Database,
  vault: Vault,
  { status, limit, cursor }: Filter,
): Promise<Page<ConversationSummary>> {
  // Literals, not parameters: only so can the planner see that the partial index covers them.
  const wanted = STATUSES.filter((name) => !status || status.includes(name)).map((name) => sql.lit(name));
  if (wanted.length === 0) return { items: [] };
  const after = cursor === undefined ? undefined : decodeCursor(cursorShape, cursor);
  const { rows } = await database.build((db) =>
    sql<Row>`
      select c.id, c.channel, c.key, c.lang, c.status, c.danger, c.urgency, c.measure, c.handoff, c.waiting_since,
        c.operator_id, c.version, c.next_seq, c.created_at, c.last_message_at, c.active_at, c.wake_at, c.in_danger,
        (select body from messages m where m.conversation_id = c.id and m.author = 'citizen'
          order by m.seq desc limit 1) as last_body,
        array(select number from tickets t where t.conversation_id = c.id order by created_at, number) as tickets
      from (
        select *, ${IN_DANGER} as in_danger from conversations
        where status in (${sql.join(wanted)})
        ${after ? afterCursor(after) : sql``}
        order by ${IN_DANGER} desc, waiting_since asc nulls last, active_at desc, id desc
        limit ${limit + 1}
      ) c
      order by c.in_danger desc, c.waiting_since asc nulls last, c.active_at desc, c.id desc`.execute(db),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      ...conversationHead(row),
      lastText: row.last_body === null ? '' : lastWords(row.last_body, row.key, vault),
      tickets: row.tickets,
    })),
    ...(rows.length > limit && last && { next: cursorAfter(last) }),
  };
}

function afterCursor([notInDanger, waiting, active, id]: z.infer<typeof cursorShape>): ReturnType<
  typeof sql
> {
  const since = waiting === '' ? 'infinity' : waiting;
  return sql`and (
    (not ${IN_DANGER}) > ${notInDanger}
    or (not ${IN_DANGER}) = ${notInDanger} and (
      coalesce(waiting_since, 'infinity') > ${since}::timestamptz
      or coalesce(waiting_since, 'infinity') = ${since}::timestamptz
        and (active_at, id) < (${active}::timestamptz, ${id})))`;
}

function cursorAfter(row: Row): string {
  return encodeCursor([
    !row.in_danger,
    row.waiting_since?.toISOString() ?? '',
    row.active_at.toISOString(),
    row.id,
  ]);
}

function lastWords(body: Buffer, key: Buffer, vault: Vault): string {
  return maskWords((JSON.parse(vault.open(key, 'message', body).toString()) as { text: string }).text);
}
