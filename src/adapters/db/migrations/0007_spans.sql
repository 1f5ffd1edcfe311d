-- why: whom a complaint is about must never get it later, and an office reads only what was said about its own ticket.

alter table tickets
  -- Code of the office complained of.
  add column against text,
  -- First and last sequence number of the conversation's messages that the ticket came from.
  add column said_from integer,
  add column said_to integer,
  add constraint tickets_said check ((said_from is null) = (said_to is null));

-- What a citizen adds right after filing prolongs the span; whom a ticket is about never changes.
create or replace function write_ticket_changes(p_changes json) returns void language plpgsql as $$
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
end $$;

-- Rows of audit, so that an act of staff and the line that tells of it are one.
create function write_audit(p_audit json) returns void language sql as $$
  insert into audit (at, actor, action, subject, office_code, key, reason, request_id, data)
  select a.at, a.actor, a.action, a.subject, a.office_code, a.key, a.reason, a.request_id, coalesce(a.data, '{}')
    from json_populate_recordset(null::audit, p_audit) a;
$$;

create function change_ticket(p_changes json, p_history json, p_outbox json, p_audit json)
returns void language plpgsql as $$
begin
  perform change_ticket(p_changes, p_history, p_outbox);
  if p_audit is not null then perform write_audit(p_audit); end if;
end $$;

create function commit_turn(
  p_expected integer, p_conversation json, p_messages json,
  p_case json, p_tickets json, p_changes json, p_history json, p_outbox json, p_audit json
) returns text language plpgsql as $$
declare
  result text := commit_turn(p_expected, p_conversation, p_messages, p_case, p_tickets, p_changes, p_history, p_outbox);
begin
  if result = 'committed' and p_audit is not null then perform write_audit(p_audit); end if;
  return result;
end $$;
