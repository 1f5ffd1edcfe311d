-- why: a turn and a ticket change are each one statement, so that no transaction waits for the network in its middle.

-- Lines of history with what follows from them: a breach is a clock event, a return uses up its pair of offices.
create function write_history(p_history json) returns void language plpgsql as $$
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
end $$;

create function write_outbox(p_outbox json) returns void language sql as $$
  insert into outbox (id, job, payload, run_at)
  select o.id, o.job, o.payload, o.run_at from json_populate_recordset(null::outbox, p_outbox) o
  on conflict (id) do nothing;
$$;

-- Each element is a row of tickets with `expected_version` beside it. Raises TU001 when a version moved on.
create function write_ticket_changes(p_changes json) returns void language plpgsql as $$
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
      reopened = n.reopened, outcome = n.outcome, fields = n.fields, phone_index = n.phone_index
    where number = n.number and version = (item ->> 'expected_version')::integer;
    if not found then
      raise exception 'ticket changed meanwhile' using errcode = 'TU001';
    end if;
  end loop;
end $$;

create function change_ticket(p_changes json, p_history json, p_outbox json) returns void language plpgsql as $$
begin
  perform write_ticket_changes(p_changes);
  perform write_history(p_history);
  if p_outbox is not null then perform write_outbox(p_outbox); end if;
end $$;

-- Returns committed, stale or duplicate. A dedupe key taken in an earlier turn raises the unique violation of
-- messages_dedupe instead: the ordinary turn then pays nothing for the check.
create function commit_turn(
  p_expected integer, p_conversation json, p_messages json,
  p_case json, p_tickets json, p_changes json, p_history json, p_outbox json
) returns text language plpgsql as $$
declare
  c conversations := json_populate_record(null::conversations, p_conversation);
begin
  if p_expected is null then
    insert into conversations select c.* on conflict (id) do nothing;
  else
    update conversations set
      lang = c.lang, status = c.status, danger = c.danger, urgency = c.urgency, measure = c.measure,
      handoff = c.handoff, waiting_since = c.waiting_since, operator_id = c.operator_id, state = c.state,
      version = c.version, next_seq = c.next_seq, last_message_at = c.last_message_at, active_at = c.active_at
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
end $$;
