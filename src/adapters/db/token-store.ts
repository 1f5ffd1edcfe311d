import type { ApiToken, TokenStore } from '../../application/access-ports';
import type { Database, Statement } from './database';

/** On the road of every request that brings a token. */
const BY_HASH: Statement = {
  name: 'token_by_hash',
  text: `select id, name, hash, role, office_code as "officeCode", created_at as "createdAt"
    from api_tokens where hash = $1 and revoked_at is null`,
};

export function createTokenStore(database: Database): TokenStore {
  return {
    byHash: async (hash) => (await database.run<ApiToken>(BY_HASH, [hash]))[0],
    add: (token) =>
      database.build(async (db) => {
        await db
          .insertInto('api_tokens')
          .values({
            id: token.id,
            name: token.name,
            hash: token.hash,
            role: token.role,
            office_code: token.officeCode,
            created_at: token.createdAt,
            revoked_at: null,
          })
          .execute();
      }),
    list: () =>
      database.build(async (db) =>
        (
          await db
            .selectFrom('api_tokens')
            .selectAll()
            .where('revoked_at', 'is', null)
            .orderBy('name')
            .orderBy('created_at')
            .execute()
        ).map(({ id, name, hash, role, office_code, created_at }) => ({
          id,
          name,
          hash,
          role,
          officeCode: office_code,
          createdAt: created_at,
        })),
      ),
    revoke: (id, at) =>
      database.build(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('api_tokens')
          .set({ revoked_at: at })
          .where('id', '=', id)
          .where('revoked_at', 'is', null)
          .executeTakeFirst();
        return numUpdatedRows > 0;
      }),
  };
}
