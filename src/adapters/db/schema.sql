-- The schema after the last migration. Made by: npm run dump-schema

create type urgency as enum ('critical', 'urgent', 'normal');

create sequence ticket_history_id;

create table api_tokens (
  id text not null,
  name text not null,
  hash bytea not null,
  role text not null,
  office_code text,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint api_tokens_hash_key UNIQUE (hash),
  constraint api_tokens_pkey PRIMARY KEY (id),
  constraint api_tokens_role_check CHECK ((role = ANY (ARRAY['operator'::text, 'officer'::text, 'supervisor'::text, 'administrator'::text])))
);

create table attachments (
  id text not null,
  conversation_id text not null,
  at timestamp with time zone not null,
  media_type text not null,
  key bytea not null,
  name bytea not null,
  bytes bytea not null,
  constraint attachments_pkey PRIMARY KEY (id),
  constraint attachments_bytes_check CHECK ((octet_length(bytes) <= (((5 * 1024) * 1024) + 64)))
);
CREATE INDEX attachments_conversation ON public.attachments USING btree (conversation_id);

create table audit (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  actor text not null,
  action text not null,
  subject text not null,
  office_code text,
  key bytea,
  reason bytea,
  request_id text,
  data jsonb default '{}'::jsonb not null,
  constraint audit_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_actor ON public.audit USING btree (actor, id DESC);
CREATE INDEX audit_subject ON public.audit USING btree (subject, id DESC);

create table cases (
  id text not null,
  conversation_id text not null,
  created_at timestamp with time zone not null,
  constraint cases_pkey PRIMARY KEY (id)
);
CREATE INDEX cases_conversation ON public.cases USING btree (conversation_id);

create table clock_events (
  id bigint generated always as identity not null,
  ticket_number text not null,
  at timestamp with time zone not null,
  kind text not null,
  mark text not null,
  due_at timestamp with time zone,
  provisional boolean,
  constraint clock_events_pkey PRIMARY KEY (id),
  constraint clock_events_kind_check CHECK ((kind = ANY (ARRAY['set'::text, 'cleared'::text, 'breached'::text])))
);
CREATE INDEX clock_events_ticket ON public.clock_events USING btree (ticket_number, id);

create table conversations (
  id text not null,
  channel text not null,
  key bytea not null,
  channel_user bytea not null,
  lang text not null,
  status text not null,
  danger text not null,
  urgency urgency not null,
  measure text,
  handoff text,
  waiting_since timestamp with time zone,
  operator_id text,
  state bytea not null,
  version integer not null,
  next_seq integer not null,
  created_at timestamp with time zone not null,
  last_message_at timestamp with time zone not null,
  active_at timestamp with time zone not null,
  wake_at timestamp with time zone,
  resume_index bytea,
  constraint conversations_pkey PRIMARY KEY (id),
  constraint conversations_status_check CHECK ((status = ANY (ARRAY['bot'::text, 'waiting'::text, 'human'::text, 'ended'::text])))
) with (fillfactor=70);
CREATE INDEX conversations_queue ON public.conversations USING btree ((((danger <> 'none'::text) AND (status <> 'ended'::text))) DESC, waiting_since, active_at DESC, id DESC);
CREATE INDEX conversations_resumable ON public.conversations USING btree (resume_index) WHERE (resume_index IS NOT NULL);
CREATE INDEX conversations_waking ON public.conversations USING btree (wake_at) WHERE (wake_at IS NOT NULL);
CREATE INDEX conversations_wanting_a_person ON public.conversations USING btree ((((danger <> 'none'::text) AND (status <> 'ended'::text))) DESC, waiting_since, active_at DESC, id DESC) WHERE (status = ANY (ARRAY['waiting'::text, 'human'::text]));

create table idempotency_keys (
  scope text not null,
  key text not null,
  request_hash text not null,
  started_at timestamp with time zone not null,
  status integer,
  data_key bytea,
  body bytea,
  constraint idempotency_keys_pkey PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (started_at);

create table messages (
  conversation_id text not null,
  seq integer not null,
  turn integer not null,
  at timestamp with time zone not null,
  author text not null,
  author_id text,
  dedupe_key text,
  body bytea not null,
  constraint messages_pkey PRIMARY KEY (conversation_id, seq),
  constraint messages_author_check CHECK ((author = ANY (ARRAY['citizen'::text, 'bot'::text, 'operator'::text, 'service'::text])))
);
CREATE UNIQUE INDEX messages_dedupe ON public.messages USING btree (conversation_id, dedupe_key) WHERE (dedupe_key IS NOT NULL);

create table outbox (
  id text not null,
  job text not null,
  payload jsonb not null,
  run_at timestamp with time zone not null,
  handed_at timestamp with time zone,
  done_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (id)
) with (fillfactor=80);
CREATE INDEX outbox_done ON public.outbox USING btree (done_at) WHERE (done_at IS NOT NULL);
CREATE INDEX outbox_handed ON public.outbox USING btree (handed_at, id) WHERE ((handed_at IS NOT NULL) AND (done_at IS NULL));
CREATE INDEX outbox_pending ON public.outbox USING btree (run_at, id) WHERE ((handed_at IS NULL) AND (done_at IS NULL));

create table return_pairs (
  ticket_number text not null,
  office_a text not null,
  office_b text not null,
  returned_at timestamp with time zone not null,
  constraint return_pairs_pkey PRIMARY KEY (ticket_number, office_a, office_b),
  constraint return_pairs_check CHECK ((office_a < office_b))
);

create table secrets (
  name text not null,
  key bytea not null,
  value bytea not null,
  constraint secrets_pkey PRIMARY KEY (name)
);

create table staff (
  id text not null,
  name text not null,
  role text not null,
  office_code text,
  password_hash text not null,
  must_change_password boolean default true not null,
  disabled boolean default false not null,
  created_at timestamp with time zone not null,
  last_login_at timestamp with time zone,
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_role_check CHECK ((role = ANY (ARRAY['operator'::text, 'officer'::text, 'supervisor'::text, 'administrator'::text])))
);
CREATE UNIQUE INDEX staff_name ON public.staff USING btree (lower(name));

create table suggestions (
  id text not null,
  conversation_id text not null,
  seq integer not null,
  at timestamp with time zone not null,
  source text not null,
  score real not null,
  outcome text,
  operator_id text,
  decided_at timestamp with time zone,
  constraint suggestions_pkey PRIMARY KEY (id),
  constraint suggestions_outcome_check CHECK ((outcome = ANY (ARRAY['used'::text, 'edited'::text, 'dismissed'::text])))
);
CREATE INDEX suggestions_conversation ON public.suggestions USING btree (conversation_id, seq);

create table ticket_history (
  id bigint default nextval('ticket_history_id'::regclass) not null,
  ticket_number text not null,
  at timestamp with time zone not null,
  action text not null,
  actor text not null,
  from_state text,
  to_state text not null,
  data jsonb not null,
  note bytea,
  to_citizen boolean not null,
  constraint ticket_history_pkey PRIMARY KEY (ticket_number, at, id)
) partition by RANGE (at);

create table ticket_history_default partition of ticket_history DEFAULT;

create table tickets (
  number text not null,
  case_id text not null,
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
  state text not null,
  version integer not null,
  holder text,
  claim_expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  dispatched_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  due jsonb not null,
  next_due_at timestamp with time zone,
  extended boolean not null,
  reopened integer not null,
  outcome text,
  fields bytea not null,
  phone_index bytea,
  against text,
  said_from integer,
  said_to integer,
  constraint tickets_pkey PRIMARY KEY (number),
  constraint tickets_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint tickets_said CHECK (((said_from IS NULL) = (said_to IS NULL))),
  constraint tickets_state_check CHECK ((state = ANY (ARRAY['open'::text, 'claimed'::text, 'signed'::text, 'contacted'::text, 'waiting_citizen'::text, 'resolved'::text, 'closed'::text, 'merged'::text])))
) with (fillfactor=80);
CREATE INDEX tickets_case ON public.tickets USING btree (case_id);
CREATE INDEX tickets_conversation ON public.tickets USING btree (conversation_id) WHERE (conversation_id IS NOT NULL);
CREATE INDEX tickets_due ON public.tickets USING btree (next_due_at) WHERE (next_due_at IS NOT NULL);
CREATE INDEX tickets_lanes ON public.tickets USING btree (office_code, urgency, next_due_at, number) WHERE (state = ANY (ARRAY['open'::text, 'claimed'::text, 'signed'::text, 'contacted'::text, 'waiting_citizen'::text, 'resolved'::text]));
CREATE INDEX tickets_latest ON public.tickets USING btree (office_code, updated_at DESC, number DESC);
CREATE INDEX tickets_pull ON public.tickets USING btree (office_code, urgency, dispatched_at, number) WHERE ((state = ANY (ARRAY['open'::text, 'claimed'::text])) AND (dispatched_at IS NOT NULL));
CREATE INDEX tickets_same_phone ON public.tickets USING btree (phone_index, measure) WHERE (state = ANY (ARRAY['open'::text, 'claimed'::text, 'signed'::text, 'contacted'::text, 'waiting_citizen'::text]));
CREATE TRIGGER tickets_clocks AFTER UPDATE OF due ON public.tickets FOR EACH ROW WHEN ((old.due IS DISTINCT FROM new.due)) EXECUTE FUNCTION record_clock_events();
CREATE TRIGGER tickets_filed AFTER INSERT ON public.tickets FOR EACH ROW WHEN ((new.due <> '{}'::jsonb)) EXECUTE FUNCTION record_clock_events();

CREATE OR REPLACE FUNCTION public.change_ticket(p_changes json, p_history json, p_outbox json, p_audit json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform change_ticket(p_changes, p_history, p_outbox);
  if p_audit is not null then perform write_audit(p_audit); end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.change_ticket(p_changes json, p_history json, p_outbox json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform write_ticket_changes(p_changes);
  perform write_history(p_history);
  if p_outbox is not null then perform write_outbox(p_outbox); end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.commit_turn(p_expected integer, p_conversation json, p_messages json, p_case json, p_tickets json, p_changes json, p_history json, p_outbox json, p_audit json, p_other json)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  result text := commit_turn(
    p_expected, p_conversation, p_messages, p_case, p_tickets, p_changes, p_history, p_outbox, p_audit);
  o conversations := json_populate_record(null::conversations, p_other);
begin
  if result = 'committed' and p_other is not null then
    update conversations set
      status = o.status, handoff = o.handoff, waiting_since = o.waiting_since, state = o.state, version = o.version,
      wake_at = o.wake_at, resume_index = o.resume_index
    where id = o.id and version = o.version - 1;
    if not found then
      raise exception 'the other conversation changed meanwhile' using errcode = 'TU001';
    end if;
  end if;
  return result;
end $function$
;

CREATE OR REPLACE FUNCTION public.commit_turn(p_expected integer, p_conversation json, p_messages json, p_case json, p_tickets json, p_changes json, p_history json, p_outbox json)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  c conversations := json_populate_record(null::conversations, p_conversation);
begin
  if p_expected is null then
    insert into conversations select c.* on conflict (id) do nothing;
  else
    update conversations set
      lang = c.lang, status = c.status, danger = c.danger, urgency = c.urgency, measure = c.measure,
      handoff = c.handoff, waiting_since = c.waiting_since, operator_id = c.operator_id, state = c.state,
      version = c.version, next_seq = c.next_seq, last_message_at = c.last_message_at, active_at = c.active_at,
      wake_at = c.wake_at, resume_index = c.resume_index
    where id = c.id and version = p_expected;
  end if;
  if not found then
    -- The other turn may have been this very message.
    if exists (
      select from messages m join json_to_recordset(p_messages) n(dedupe_key text) using (dedupe_key)
      where m.conversation_id = c.id
    ) then
      return 'duplicate';
    end if;
    return 'stale';
  end if;
  insert into messages select m.* from json_populate_recordset(null::messages, p_messages) m;
  if p_case is not null then
    insert into cases select k.* from json_populate_record(null::cases, p_case) k;
  end if;
  if p_tickets is not null then
    insert into tickets select t.* from json_populate_recordset(null::tickets, p_tickets) t;
  end if;
  if p_changes is not null then perform write_ticket_changes(p_changes); end if;
  if p_history is not null then perform write_history(p_history); end if;
  if p_outbox is not null then perform write_outbox(p_outbox); end if;
  return 'committed';
end $function$
;

CREATE OR REPLACE FUNCTION public.commit_turn(p_expected integer, p_conversation json, p_messages json, p_case json, p_tickets json, p_changes json, p_history json, p_outbox json, p_audit json)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  result text := commit_turn(p_expected, p_conversation, p_messages, p_case, p_tickets, p_changes, p_history, p_outbox);
begin
  if result = 'committed' and p_audit is not null then perform write_audit(p_audit); end if;
  return result;
end $function$
;

CREATE OR REPLACE FUNCTION public.ensure_history_partitions(p_from date, p_months integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.record_clock_events()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.write_audit(p_audit json)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into audit (at, actor, action, subject, office_code, key, reason, request_id, data)
  select a.at, a.actor, a.action, a.subject, a.office_code, a.key, a.reason, a.request_id, coalesce(a.data, '{}')
    from json_populate_recordset(null::audit, p_audit) a;
$function$
;

CREATE OR REPLACE FUNCTION public.write_history(p_history json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into ticket_history (ticket_number, at, action, actor, from_state, to_state, data, note, to_citizen)
  select h.ticket_number, h.at, h.action, h.actor, h.from_state, h.to_state, h.data, h.note, h.to_citizen
    from json_populate_recordset(null::ticket_history, p_history) h;
  insert into clock_events (ticket_number, at, kind, mark, due_at)
  select h.ticket_number, h.at, 'breached', h.data ->> 'mark', (h.data ->> 'due')::timestamptz
    from json_populate_recordset(null::ticket_history, p_history) h where h.action = 'breach';
  insert into return_pairs (ticket_number, office_a, office_b, returned_at)
  select h.ticket_number, least(h.data ->> 'fromOffice', h.data ->> 'office'),
      greatest(h.data ->> 'fromOffice', h.data ->> 'office'), h.at
    from json_populate_recordset(null::ticket_history, p_history) h where h.action = 'return';
end $function$
;

CREATE OR REPLACE FUNCTION public.write_outbox(p_outbox json)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into outbox (id, job, payload, run_at)
  select o.id, o.job, o.payload, o.run_at from json_populate_recordset(null::outbox, p_outbox) o
  on conflict (id) do nothing;
$function$
;

CREATE OR REPLACE FUNCTION public.write_ticket_changes(p_changes json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  item json;
  n tickets;
begin
  for item in select * from json_array_elements(p_changes) loop
    n := json_populate_record(null::tickets, item);
    update tickets set
      measure = n.measure, department = n.department, act = n.act, scope = n.scope, urgency = n.urgency,
      danger = n.danger, subject = n.subject, office_code = n.office_code, assist_offices = n.assist_offices,
      needs_person = n.needs_person, routing_reason = n.routing_reason, state = n.state, version = n.version,
      holder = n.holder, claim_expires_at = n.claim_expires_at, dispatched_at = n.dispatched_at,
      updated_at = n.updated_at, due = n.due, next_due_at = n.next_due_at, extended = n.extended,
      reopened = n.reopened, outcome = n.outcome, fields = n.fields, phone_index = n.phone_index,
      said_to = case when said_from is null then null else coalesce(n.said_to, said_to) end
    where number = n.number and version = (item ->> 'expected_version')::integer;
    if not found then
      raise exception 'ticket changed meanwhile' using errcode = 'TU001';
    end if;
  end loop;
end $function$
;
