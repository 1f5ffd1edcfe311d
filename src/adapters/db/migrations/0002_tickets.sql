-- why: tickets with their append-only history and clock events; a million closed ones must not slow the open ones.

create table cases (
  id text primary key,
  conversation_id text not null,
  created_at timestamptz not null
);
create index cases_conversation on cases (conversation_id);

create table tickets (
  number text primary key,
  case_id text not null references cases (id),
  conversation_id text,
  key bytea not null,
  scope text not null,
  measure text,
  department text,
  act text not null,
  urgency urgency not null,
  danger text not null,
  subject text not null,
  office_code text not null,
  assist_offices text[] not null,
  needs_person boolean not null,
  routing_reason text not null,
  state text not null check (state in
    ('open', 'claimed', 'signed', 'contacted', 'waiting_citizen', 'resolved', 'closed', 'merged')),
  version integer not null,
  holder text,
  claim_expires_at timestamptz,
  created_at timestamptz not null,
  dispatched_at timestamptz,
  updated_at timestamptz not null,
  -- mark → {at, provisional}
  due jsonb not null,
  next_due_at timestamptz,
  extended boolean not null,
  reopened integer not null,
  outcome text,
  -- Sealed JSON: the details of the case by slot id.
  fields bytea not null,
  -- Keyed hash of the telephone, so that it can be looked up without being readable.
  phone_index bytea
) with (fillfactor = 80);

create index tickets_case on tickets (case_id);
create index tickets_conversation on tickets (conversation_id) where conversation_id is not null;
-- What an office can pull.
create index tickets_pull on tickets (office_code, urgency, dispatched_at, number)
  where state in ('open', 'claimed') and dispatched_at is not null;
-- The lanes of the workbench.
create index tickets_lanes on tickets (office_code, urgency, next_due_at, number)
  where state in ('open', 'claimed', 'signed', 'contacted', 'waiting_citizen', 'resolved');
create index tickets_latest on tickets (office_code, updated_at desc, number desc);
create index tickets_same_phone on tickets (phone_index, measure)
  where state in ('open', 'claimed', 'signed', 'contacted', 'waiting_citizen');
create index tickets_due on tickets (next_due_at) where next_due_at is not null;

-- One partition a month, made ahead by ensure_history_partitions; the default one takes what nobody foresaw.
create sequence ticket_history_id;
create table ticket_history (
  id bigint not null default nextval('ticket_history_id'),
  ticket_number text not null,
  at timestamptz not null,
  action text not null,
  actor text not null,
  from_state text,
  to_state text not null,
  data jsonb not null,
  -- Sealed with the ticket's key: free words of the actor.
  note bytea,
  to_citizen boolean not null,
  primary key (ticket_number, at, id)
) partition by range (at);
create table ticket_history_default partition of ticket_history default;

create function ensure_history_partitions(p_from date, p_months integer) returns void language plpgsql as $$
declare
  first date;
  name text;
begin
  -- Two processes at once must not make the same partition.
  perform pg_advisory_xact_lock(hashtext('ensure_history_partitions'));
  for month in 0 .. p_months - 1 loop
    first := (date_trunc('month', p_from) + make_interval(months => month))::date;
    name := 'ticket_history_' || to_char(first, 'YYYYMM');
    continue when to_regclass(name) is not null;
    -- Lines that already lie in the default partition would make the new one impossible: they stay where they are.
    continue when exists (select from ticket_history_default
      where at >= first::timestamp at time zone 'UTC'
        and at < (first + interval '1 month')::timestamp at time zone 'UTC');
    execute format('create table %I partition of ticket_history for values from (%L) to (%L)', name,
      first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
  end loop;
end $$;

-- Append-only: every deadline that ever held, so that all of them can be reckoned again.
create table clock_events (
  id bigint generated always as identity primary key,
  ticket_number text not null,
  at timestamptz not null,
  kind text not null check (kind in ('set', 'cleared', 'breached')),
  mark text not null,
  due_at timestamptz,
  provisional boolean
);
create index clock_events_ticket on clock_events (ticket_number, id);

-- Whoever changes the clocks of a ticket, the event is written with it.
create function record_clock_events() returns trigger language plpgsql as $$
begin
  insert into clock_events (ticket_number, at, kind, mark, due_at, provisional)
  select new.number, new.updated_at, 'set', n.key, (n.value ->> 'at')::timestamptz, (n.value ->> 'provisional')::boolean
    from jsonb_each(new.due) n
    where tg_op = 'INSERT' or (old.due -> n.key) is distinct from n.value
  union all
  select new.number, new.updated_at, 'cleared', o.key, (o.value ->> 'at')::timestamptz, (o.value ->> 'provisional')::boolean
    from jsonb_each(case when tg_op = 'INSERT' then '{}'::jsonb else old.due end) o
    where not new.due ? o.key;
  return null;
end $$;
create trigger tickets_filed after insert on tickets
  for each row when (new.due <> '{}') execute function record_clock_events();
create trigger tickets_clocks after update of due on tickets
  for each row when (old.due is distinct from new.due) execute function record_clock_events();

-- Two offices send a ticket back and forth at most once; after that somebody must decide.
create table return_pairs (
  ticket_number text not null,
  office_a text not null,
  office_b text not null check (office_a < office_b),
  returned_at timestamptz not null,
  primary key (ticket_number, office_a, office_b)
);
