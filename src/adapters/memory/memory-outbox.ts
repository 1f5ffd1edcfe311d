import type { Clock, Outbox, OutboxRow } from '../../application/ports';
import type { MemoryTables, StoredRow } from './memory-tables';

export function memoryOutbox(tables: MemoryTables, clock: Clock): Outbox {
  const select = (
    test: (stored: StoredRow) => boolean,
    key: (stored: StoredRow) => number,
    limit: number,
  ): OutboxRow[] =>
    [...tables.outbox.values()]
      .filter((stored) => stored.doneAt === null && test(stored))
      .sort((a, b) => key(a) - key(b) || (a.row.id < b.row.id ? -1 : 1))
      .slice(0, limit)
      .map(({ row }) => structuredClone(row));
  return {
    add: async (rows) => {
      await Promise.resolve();
      tables.addOutbox(rows);
    },
    pending: (limit) =>
      Promise.resolve(
        select(
          ({ handedAt, row }) => handedAt === null && row.runAt <= clock.now(),
          ({ row }) => row.runAt.getTime(),
          limit,
        ),
      ),
    lost: (before, limit) =>
      Promise.resolve(
        select(
          ({ handedAt }) => handedAt !== null && handedAt < before,
          ({ handedAt }) => handedAt?.getTime() ?? 0,
          limit,
        ),
      ),
    markHanded: async (ids, at) => {
      await Promise.resolve();
      for (const id of ids) {
        const stored = tables.outbox.get(id);
        if (stored) stored.handedAt = at;
      }
    },
    markDone: async (id, at) => {
      await Promise.resolve();
      const stored = tables.outbox.get(id);
      if (stored) stored.doneAt ??= at;
    },
    isDone: (id) => Promise.resolve((tables.outbox.get(id)?.doneAt ?? null) !== null),
  };
}
