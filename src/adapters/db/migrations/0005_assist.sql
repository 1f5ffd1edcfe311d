-- why: what was suggested to operators and what became of it; files that citizens send.

create table suggestions (
  id text primary key,
  conversation_id text not null,
  seq integer not null,
  at timestamptz not null,
  source text not null,
  score real not null,
  -- Null until the operator did something with it.
  outcome text check (outcome in ('used', 'edited', 'dismissed')),
  operator_id text,
  decided_at timestamptz
);
create index suggestions_conversation on suggestions (conversation_id, seq);

create table attachments (
  id text primary key,
  conversation_id text not null,
  at timestamptz not null,
  media_type text not null,
  key bytea not null,
  -- Sealed: the name that the citizen's device gave it.
  name bytea not null,
  -- Sealed; at most 5 MB before sealing.
  bytes bytea not null check (octet_length(bytes) <= 5 * 1024 * 1024 + 64)
);
create index attachments_conversation on attachments (conversation_id);

-- Secrets of the installation itself, sealed by the master key: name → value, e.g. the key of the blind index.
create table secrets (
  name text primary key,
  key bytea not null,
  value bytea not null
);
