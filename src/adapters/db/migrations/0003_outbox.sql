-- why: every job is first a row here, in the transaction of its cause; Redis may lose what it was handed.

create table outbox (
  id text primary key,
  job text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  handed_at timestamptz,
  done_at timestamptz
) with (fillfactor = 80);
create index outbox_pending on outbox (run_at, id) where handed_at is null and done_at is null;
create index outbox_handed on outbox (handed_at, id) where handed_at is not null and done_at is null;
create index outbox_done on outbox (done_at) where done_at is not null;
