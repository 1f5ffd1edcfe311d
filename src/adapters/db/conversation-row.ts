import type { Conversation } from '../../application/ports';
import type { Vault } from '../../application/vault';
import { resumablePhone } from '../../domain/dialogs/resumable-phone';
import type { DialogState } from '../../domain/dialogs/state';
import { byteaText } from './bytea-text';
import type { ConversationRow } from './tables';
import type { TicketSeals } from './ticket-row';

/** The queue sorts by activity in steps of so long; see `active_at` in the migration. */
const ACTIVE_STEP_MS = 600_000;

/** The columns that a turn changes, the sealed one apart. */
export interface ConversationChange {
  readonly columns: object;
  readonly state: Buffer;
}

export function conversationChange(
  conversation: Conversation,
  key: Buffer,
  { vault, blindIndex }: TicketSeals,
): ConversationChange {
  const phone = resumablePhone(conversation.state);
  return {
    columns: {
      id: conversation.id,
      lang: conversation.lang,
      status: conversation.status,
      danger: conversation.danger,
      urgency: conversation.urgency,
      measure: conversation.measure,
      handoff: conversation.handoff,
      waiting_since: conversation.waitingSince,
      operator_id: conversation.operatorId,
      version: conversation.version,
      next_seq: conversation.nextSeq,
      last_message_at: conversation.lastMessageAt,
      active_at: new Date(Math.floor(conversation.lastMessageAt.getTime() / ACTIVE_STEP_MS) * ACTIVE_STEP_MS),
      wake_at: conversation.wakeAt,
      resume_index: phone === null ? null : byteaText(blindIndex(phone)),
    },
    state: vault.seal(key, 'state', JSON.stringify(conversation.state)),
  };
}

/** p_conversation of commit_turn, for a row that is there. */
export function conversationChangeJson({ columns, state }: ConversationChange): string {
  return JSON.stringify({ ...columns, state: byteaText(state) });
}

/** p_conversation of commit_turn, for a new row. */
export function conversationJson(conversation: Conversation, key: Buffer, seals: TicketSeals): string {
  const { columns, state } = conversationChange(conversation, key, seals);
  return JSON.stringify({
    ...columns,
    state: byteaText(state),
    channel: conversation.channel,
    key: byteaText(key),
    channel_user: byteaText(seals.vault.seal(key, 'channel_user', conversation.channelUser)),
    created_at: conversation.createdAt,
  });
}

export function conversationOf(row: Omit<ConversationRow, 'resume_index'>, vault: Vault): Conversation {
  return {
    ...conversationHead(row),
    channelUser: vault.open(row.key, 'channel_user', row.channel_user).toString(),
    state: JSON.parse(vault.open(row.key, 'state', row.state).toString()) as DialogState,
  };
}

/** What needs no key. */
export function conversationHead(
  row: Omit<ConversationRow, 'state' | 'channel_user' | 'key' | 'resume_index'>,
): Omit<Conversation, 'state' | 'channelUser'> {
  return {
    id: row.id,
    channel: row.channel,
    lang: row.lang,
    status: row.status,
    danger: row.danger,
    urgency: row.urgency,
    measure: row.measure,
    handoff: row.handoff,
    waitingSince: row.waiting_since,
    operatorId: row.operator_id,
    version: row.version,
    nextSeq: row.next_seq,
    createdAt: row.created_at,
    lastMessageAt: row.last_message_at,
    wakeAt: row.wake_at,
  };
}
