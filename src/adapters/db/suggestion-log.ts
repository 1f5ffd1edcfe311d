import type { SuggestionLog } from '../../application/access-ports';
import type { Database } from './database';

export function createSuggestionLog(database: Database): SuggestionLog {
  return {
    record: (suggestions) =>
      database.build(async (db) => {
        if (suggestions.length === 0) return;
        await db
          .insertInto('suggestions')
          .values(
            suggestions.map(({ id, conversationId, seq, at, source, score }) => ({
              id,
              conversation_id: conversationId,
              seq,
              at,
              source,
              score,
              outcome: null,
              operator_id: null,
              decided_at: null,
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    decide: (id, outcome, operatorId, at) =>
      database.build(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('suggestions')
          .set({ outcome, operator_id: operatorId, decided_at: at })
          .where('id', '=', id)
          .executeTakeFirst();
        return numUpdatedRows > 0;
      }),
    byId: (id) =>
      database.build((db) =>
        db
          .selectFrom('suggestions')
          .where('id', '=', id)
          .select(['id', 'conversation_id as conversationId', 'seq', 'at', 'source', 'score'])
          .executeTakeFirst(),
      ),
  };
}
