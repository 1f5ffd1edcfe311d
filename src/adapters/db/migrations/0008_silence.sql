-- why: who falls silent in the middle must not be lost, and may go on in another conversation.

alter table conversations
  -- When to look whether its person has fallen silent. It may be too early, so that most turns need not move it.
  add column wake_at timestamptz,
  -- Blind index of the telephone, while a case that was not filed can be taken up elsewhere.
  add column resume_index bytea;
create index conversations_waking on conversations (wake_at) where wake_at is not null;
create index conversations_resumable on conversations (resume_index) where resume_index is not null;

-- Talks under way when this is applied are looked at once; those of long ago are left in peace.
update conversations set wake_at = now()
  where status in ('bot', 'waiting') and last_message_at > now() - interval '3 days';

create or replace function commit_turn(
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
end $$;

-- The same, with a change of another conversation whose case goes on in this one. Both or neither: raises TU001 when
-- the other has moved on.
create function commit_turn(
  p_expected integer, p_conversation json, p_messages json,
  p_case json, p_tickets json, p_changes json, p_history json, p_outbox json, p_audit json, p_other json
) returns text language plpgsql as $$
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
end $$;
