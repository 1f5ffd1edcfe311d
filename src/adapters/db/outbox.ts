import type { Clock, Outbox, OutboxRow } from '../../application/ports';
import type { Database, Statement } from './database';
import { outboxJson } from './outbox-json';
import type { OutboxTableRow } from './tables';

const PENDING: Statement = {
  name: 'outbox_pending',
  text: `select id, job, payload, run_at from outbox
    where handed_at is null and done_at is null and run_at <= $1 order by run_at, id limit $2`,
};
const LOST: Statement = {
  name: 'outbox_lost',
  text: `select id, job, payload, run_at from outbox
    where handed_at < $1 and done_at is null order by handed_at, id limit $2`,
};
const HANDED: Statement = {
  name: 'outbox_handed',
  text: 'update outbox set handed_at = $2 where id = any($1)',
};
const ADD: Statement = { name: 'outbox_add', text: 'select write_outbox($1)' };
const DONE: Statement = {
  name: 'outbox_done',
  text: 'update outbox set done_at = $2 where id = $1 and done_at is null',
};
const IS_DONE: Statement = {
  name: 'outbox_is_done',
  text: 'select 1 as one from outbox where id = $1 and done_at is not null',
};

export function createOutbox(database: Database, clock: Clock): Outbox {
  const rows = async (statement: Statement, values: readonly unknown[]): Promise<readonly OutboxRow[]> =>
    (await database.run<OutboxTableRow>(statement, values)).map(({ id, job, payload, run_at }) => ({
      id,
      job,
      payload,
      runAt: run_at,
    }));
  return {
    add: async (added) => void (added.length && (await database.run(ADD, [outboxJson(added)]))),
    pending: (limit) => rows(PENDING, [clock.now(), limit]),
    lost: (before, limit) => rows(LOST, [before, limit]),
    markHanded: async (ids, at) => void (await database.run(HANDED, [ids, at])),
    markDone: async (id, at) => void (await database.run(DONE, [id, at])),
    isDone: async (id) => (await database.run(IS_DONE, [id])).length > 0,
  };
}
