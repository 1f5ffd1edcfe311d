import type { Selectable } from 'kysely';
import type { Staff, StaffStore } from '../../application/access-ports';
import type { Database } from './database';
import type { Tables } from './tables';

export function createStaffStore(database: Database): StaffStore {
  return {
    byName: (name) =>
      database.build(async (db) =>
        maybe(
          await db
            .selectFrom('staff')
            .selectAll()
            .where(({ fn }) => fn('lower', ['name']), '=', name.toLowerCase())
            .executeTakeFirst(),
        ),
      ),
    byId: (id) =>
      database.build(async (db) =>
        maybe(await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()),
      ),
    add: (staff) =>
      database.build(async (db) => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('staff')
          .values({
            id: staff.id,
            name: staff.name,
            role: staff.role,
            office_code: staff.officeCode,
            password_hash: staff.passwordHash,
            must_change_password: staff.mustChangePassword,
            disabled: staff.disabled,
            created_at: staff.createdAt,
            last_login_at: staff.lastLoginAt,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows ? 'added' : 'name_taken';
      }),
    setPassword: (id, passwordHash, mustChange) =>
      update(database, id, { password_hash: passwordHash, must_change_password: mustChange }),
    setDisabled: (id, disabled) => update(database, id, { disabled }),
    recordLogin: (id, at) => update(database, id, { last_login_at: at }),
    list: () =>
      database.build(async (db) =>
        (await db.selectFrom('staff').selectAll().orderBy('name').execute()).map(staffOf),
      ),
  };
}

function update(database: Database, id: string, set: Partial<Selectable<Tables['staff']>>): Promise<void> {
  return database.build(async (db) => {
    await db.updateTable('staff').set(set).where('id', '=', id).execute();
  });
}

function maybe(row: Selectable<Tables['staff']> | undefined): Staff | undefined {
  return row && staffOf(row);
}

function staffOf(row: Selectable<Tables['staff']>): Staff {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    officeCode: row.office_code,
    passwordHash: row.password_hash,
    mustChangePassword: row.must_change_password,
    disabled: row.disabled,
    createdAt: row.created_at,
    lastLoginAt: row.last_login_at,
  };
}
