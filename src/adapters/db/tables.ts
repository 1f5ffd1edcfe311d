import type { Generated } from 'kysely';
import type { ConversationStatus } from '../../application/ports';
import type { ClockMark, OutcomeCode, TicketAction, TicketState } from '../../domain/tickets/ticket';
import type {
  Act,
  Danger,
  Department,
  Language,
  MeasureCode,
  Scope,
  Subject,
  Urgency,
} from '../../domain/understanding/labels';

/** The rows as the driver gives them: what each column means stands in migrations/. Sealed columns are Buffers. */
export interface Tables {
  conversations: ConversationRow;
  messages: MessageRow;
  tickets: TicketRow;
  ticket_history: HistoryRow;
  clock_events: ClockEventRow;
  outbox: OutboxTableRow;
  staff: StaffRow;
  api_tokens: TokenRow;
  audit: AuditRow;
  idempotency_keys: IdempotencyRow;
  suggestions: SuggestionRow;
  attachments: AttachmentRow;
  secrets: { name: string; key: Buffer; value: Buffer };
}

export interface ConversationRow {
  id: string;
  channel: string;
  key: Buffer;
  channel_user: Buffer;
  lang: Language;
  status: ConversationStatus;
  danger: Danger;
  urgency: Urgency;
  measure: MeasureCode | null;
  handoff: string | null;
  waiting_since: Date | null;
  operator_id: string | null;
  state: Buffer;
  version: number;
  next_seq: number;
  created_at: Date;
  last_message_at: Date;
  active_at: Date;
  wake_at: Date | null;
  resume_index: Buffer | null;
}

export interface MessageRow {
  conversation_id: string;
  seq: number;
  turn: number;
  at: Date;
  author: 'citizen' | 'bot' | 'operator' | 'service';
  author_id: string | null;
  dedupe_key: string | null;
  body: Buffer;
}

export interface TicketRow {
  number: string;
  case_id: string;
  conversation_id: string | null;
  key: Buffer;
  scope: Scope;
  measure: MeasureCode | null;
  department: Department | null;
  act: Act;
  urgency: Urgency;
  danger: Danger;
  subject: Subject;
  office_code: string;
  assist_offices: string[];
  needs_person: boolean;
  routing_reason: string;
  state: TicketState;
  version: number;
  holder: string | null;
  claim_expires_at: Date | null;
  created_at: Date;
  dispatched_at: Date | null;
  updated_at: Date;
  due: Partial<Record<ClockMark, { at: string; provisional: boolean }>>;
  next_due_at: Date | null;
  extended: boolean;
  reopened: number;
  outcome: OutcomeCode | null;
  fields: Buffer;
  phone_index: Buffer | null;
  against: string | null;
  said_from: number | null;
  said_to: number | null;
}

export interface HistoryRow {
  id: Generated<number>;
  ticket_number: string;
  at: Date;
  action: TicketAction;
  actor: string;
  from_state: TicketState | null;
  to_state: TicketState;
  data: Record<string, string | number | boolean>;
  note: Buffer | null;
  to_citizen: boolean;
}

interface ClockEventRow {
  id: Generated<number>;
  ticket_number: string;
  at: Date;
  kind: 'set' | 'cleared' | 'breached';
  mark: ClockMark;
  due_at: Date | null;
  provisional: boolean | null;
}

export interface OutboxTableRow {
  id: string;
  job: string;
  payload: Record<string, string | number | boolean | null>;
  run_at: Date;
  handed_at: Date | null;
  done_at: Date | null;
}

interface StaffRow {
  id: string;
  name: string;
  role: 'operator' | 'officer' | 'supervisor' | 'administrator';
  office_code: string | null;
  password_hash: string;
  must_change_password: Generated<boolean>;
  disabled: Generated<boolean>;
  created_at: Date;
  last_login_at: Date | null;
}

interface TokenRow {
  id: string;
  name: string;
  hash: Buffer;
  role: StaffRow['role'];
  office_code: string | null;
  created_at: Date;
  revoked_at: Date | null;
}

interface AuditRow {
  id: Generated<number>;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  office_code: string | null;
  key: Buffer | null;
  reason: Buffer | null;
  request_id: string | null;
  data: Record<string, string | number | boolean | null>;
}

interface IdempotencyRow {
  scope: string;
  key: string;
  request_hash: string;
  started_at: Date;
  status: number | null;
  data_key: Buffer | null;
  body: Buffer | null;
}

interface SuggestionRow {
  id: string;
  conversation_id: string;
  seq: number;
  at: Date;
  source: string;
  score: number;
  outcome: 'used' | 'edited' | 'dismissed' | null;
  operator_id: string | null;
  decided_at: Date | null;
}

interface AttachmentRow {
  id: string;
  conversation_id: string;
  at: Date;
  media_type: string;
  key: Buffer;
  name: Buffer;
  bytes: Buffer;
}
