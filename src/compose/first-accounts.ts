import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argon2Passwords } from '../adapters/system/argon2-passwords';
import { createManageStaff, type NewStaff } from '../application/manage-staff';
import type { Clock, Ids } from '../application/ports';
import type { Config } from '../config';
import type { Reason } from './compose-reason';
import type { DurableRecord } from './compose-record';

/** An installation of one's own begins with somebody for each screen; 保康镇 is where the example of the README happens. */
const FIRST: readonly NewStaff[] = [
  { name: 'admin', role: 'administrator' },
  { name: 'operator', role: 'operator' },
  { name: 'officer', role: 'officer', officeCode: '150521100' },
  { name: 'supervisor', role: 'supervisor', officeCode: '15' },
];

export interface FirstAccounts {
  /** Made just now: name and one-time password. */
  readonly made: readonly { readonly name: string; readonly password: string }[];
  /** Where the passwords stand until somebody takes them away; undefined when there is no such file. */
  readonly file: string | undefined;
}

/**
 * Makes the first accounts where there are none: one administrator, and with private servers one for each screen. Their
 * one-time passwords are kept in a file of the data folder as well, because a terminal forgets.
 */
export async function firstAccounts(
  deps: Reason & DurableRecord & { readonly clock: Clock; readonly ids: Ids },
  config: Config,
  dataDir: string,
): Promise<FirstAccounts> {
  const own = !config.DATABASE_URL;
  const file = join(dataDir, 'first-accounts.txt');
  if ((await deps.staff.list()).length > 0)
    return { made: [], file: own && existsSync(file) ? file : undefined };
  const staff = createManageStaff({
    ...deps,
    passwords: argon2Passwords,
    officeByCode: deps.directory.officeByCode,
  });
  const made: { name: string; password: string }[] = [];
  for (const wanted of own ? FIRST : FIRST.slice(0, 1)) {
    const { password } = await staff.add({ id: 'service' }, wanted);
    made.push({ name: wanted.name, password });
  }
  if (own)
    writeFileSync(file, made.map(({ name, password }) => `${name} ${password}\n`).join(''), { mode: 0o600 });
  return { made, file: own ? file : undefined };
}
