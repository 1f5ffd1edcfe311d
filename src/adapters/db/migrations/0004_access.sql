-- why: staff and programs that may act, what they did, and requests that must not act twice.

create table staff (
  id text primary key,
  name text not null,
  role text not null check (role in ('operator', 'officer', 'supervisor', 'administrator')),
  office_code text,
  password_hash text not null,
  -- The first password was made by the service and must be changed.
  must_change_password boolean not null default true,
  disabled boolean not null default false,
  created_at timestamptz not null,
  last_login_at timestamptz
);
create unique index staff_name on staff (lower(name));

create table api_tokens (
  id text primary key,
  name text not null,
  -- SHA-256 of the token; the token itself is shown once and never stored.
  hash bytea not null unique,
  role text not null check (role in ('operator', 'officer', 'supervisor', 'administrator')),
  office_code text,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  -- What it was done to: a ticket number, a conversation, an account.
  subject text not null,
  office_code text,
  -- Sealed: the reason in the actor's own words.
  key bytea,
  reason bytea,
  request_id text,
  data jsonb not null default '{}'
);
create index audit_subject on audit (subject, id desc);
create index audit_actor on audit (actor, id desc);

create table idempotency_keys (
  scope text not null,
  key text not null,
  request_hash text not null,
  started_at timestamptz not null,
  -- Null while the first request runs.
  status integer,
  data_key bytea,
  -- Sealed: the answer given the first time.
  body bytea,
  primary key (scope, key)
);
create index idempotency_keys_age on idempotency_keys (started_at);
