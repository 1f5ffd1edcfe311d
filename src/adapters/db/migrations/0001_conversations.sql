-- why: a conversation is one row with the state of its dialog; its messages are kept word for word and never edited.

-- Declared in order of need, so that "order by urgency" puts the most urgent first.
create type urgency as enum ('critical', 'urgent', 'normal');

create table conversations (
  id text primary key,
  channel text not null,
  -- The record's own data key, wrapped by a master key. Everything sealed in this row and its messages opens with it.
  key bytea not null,
  -- Sealed: the channel's address of the citizen.
  channel_user bytea not null,
  lang text not null,
  status text not null check (status in ('bot', 'waiting', 'human', 'ended')),
  danger text not null,
  urgency urgency not null,
  measure text,
  handoff text,
  waiting_since timestamptz,
  operator_id text,
  -- Sealed JSON: DialogState.
  state bytea not null,
  version integer not null,
  next_seq integer not null,
  created_at timestamptz not null,
  last_message_at timestamptz not null,
  -- last_message_at rounded down to ten minutes: the queue sorts by it, so most turns touch no index.
  active_at timestamptz not null
) with (fillfactor = 70);

-- The operators' queue: danger first, then longest waiting, then newest.
create index conversations_queue on conversations
  ((danger <> 'none' and status <> 'ended') desc, waiting_since asc nulls last, active_at desc, id desc);
create index conversations_wanting_a_person on conversations
  ((danger <> 'none' and status <> 'ended') desc, waiting_since asc nulls last, active_at desc, id desc)
  where status in ('waiting', 'human');

-- No foreign key: every writer comes through the conversation's row in the same statement, and the look-up of a key
-- for each message would be the dearest part of a turn.
create table messages (
  conversation_id text not null,
  seq integer not null,
  -- Version of the conversation that wrote it: what belongs to one turn.
  turn integer not null,
  at timestamptz not null,
  author text not null check (author in ('citizen', 'bot', 'operator', 'service')),
  author_id text,
  dedupe_key text,
  -- Sealed JSON: text, say, understanding, channelData.
  body bytea not null,
  primary key (conversation_id, seq)
);
create unique index messages_dedupe on messages (conversation_id, dedupe_key) where dedupe_key is not null;
