import { parseArgs } from 'node:util';
import { argon2Passwords } from '../src/adapters/system/argon2-passwords';
import { systemClock } from '../src/adapters/system/system-clock';
import { systemIds } from '../src/adapters/system/system-ids';
import { createLogger } from '../src/adapters/telemetry/logger';
import { createIssueToken } from '../src/application/issue-token';
import type { ApiToken, Staff } from '../src/application/access-ports';
import { createManageStaff } from '../src/application/manage-staff';
import { createRevokeToken } from '../src/application/revoke-token';
import { composeReason } from '../src/compose/compose-reason';
import { composeRecord, type DurableRecord } from '../src/compose/compose-record';
import { borrowServers } from '../src/compose/compose-servers';
import { ConfigError, readConfig } from '../src/config';
import { STAFF_ROLES, type Role } from '../src/domain/access/actor';
import { TusaError } from '../src/domain/errors';
import { projectRoot } from '../src/project-root';

const USAGE = `npm run staff -- add    --name NAME --role ROLE [--office CODE]   an account; prints its one-time password
npm run staff -- token  --name NAME --role ROLE [--office CODE]   an API token, alone on the last line
npm run staff -- list                                            accounts, and the API tokens that are good
npm run staff -- revoke --id ID | --name NAME                    ends an API token at once
ROLE: ${STAFF_ROLES.join(', ')}. An officer needs an office; a supervisor without one has the whole region.
`;

/** What is wrong with the command itself. */
class UsageError extends Error {}

type Wanted =
  | {
      readonly command: 'add' | 'token';
      readonly name: string;
      readonly role: Role;
      readonly officeCode?: string;
    }
  | { readonly command: 'list' }
  | { readonly command: 'revoke'; readonly which: { readonly id: string } | { readonly name: string } };

function readArguments(args: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      office: { type: 'string' },
      id: { type: 'string' },
    },
  });
  const [command, ...more] = positionals;
  if (more.length) throw new UsageError('one command at a time');
  if (command === 'list') return { command };
  if (command === 'revoke') return { command, which: whichToken(values) };
  if (command !== 'add' && command !== 'token') throw new UsageError('use add, token, list or revoke');
  const role = STAFF_ROLES.find((known) => known === values.role);
  if (!role) throw new UsageError(`--role: use ${STAFF_ROLES.join(', ')}`);
  const name = values.name?.trim() ?? '';
  if (name.length < 2 || name.length > 60) throw new UsageError('--name: use 2 to 60 characters');
  return { command, name, role, ...(values.office !== undefined && { officeCode: values.office }) };
}

function whichToken({ id, name }: { readonly id?: string; readonly name?: string }) {
  if (id !== undefined && name === undefined) return { id };
  if (name !== undefined && id === undefined) return { name };
  throw new UsageError('revoke: give --id or --name');
}

/** Accounts and tokens, one a line: what it is, id, name, role, office. */
async function list({ staff, tokens }: Pick<DurableRecord, 'staff' | 'tokens'>): Promise<void> {
  const line = (kind: string, one: Staff | ApiToken, state: string): string =>
    `${[kind, one.id, one.name, one.role, one.officeCode ?? '-', state].join('\t')}\n`;
  for (const one of await staff.list())
    process.stdout.write(line('account', one, one.disabled ? 'disabled' : 'good'));
  for (const one of await tokens.list())
    process.stdout.write(line('token', one, `since ${one.createdAt.toISOString()}`));
}

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2));
  const config = readConfig();
  const logger = createLogger('error');
  const root = projectRoot();
  const { officeByCode } = composeReason(root).directory;
  const servers = await borrowServers(config, logger);
  try {
    const { databaseUrl, masterKeys } = servers;
    const record = await composeRecord({ databaseUrl, poolSize: 2, masterKeys, root }, systemClock, logger);
    try {
      const deps = { ...record, clock: systemClock, ids: systemIds, officeByCode };
      // Whoever can reach the database from the command line is trusted as the installation itself.
      const service = { id: 'service' };
      if (wanted.command === 'list') return await list(record);
      if (wanted.command === 'revoke') {
        const { id, name } = await createRevokeToken(deps)(service, wanted.which);
        process.stdout.write(`revoked: ${name} (${id})\n`);
        return;
      }
      if (wanted.command === 'token') {
        const { token } = await createIssueToken(deps)(service, wanted);
        process.stdout.write(`${token}\n`);
        return;
      }
      const { staff, password } = await createManageStaff({ ...deps, passwords: argon2Passwords }).add(
        service,
        wanted,
      );
      process.stdout.write(
        `account: ${staff.name} (${staff.role}${staff.officeCode ? ` of ${staff.officeCode}` : ''})\n`,
      );
      process.stdout.write(`one-time password, to be changed at the first sign-in: ${password}\n`);
    } finally {
      await record.database.close();
    }
  } finally {
    await servers.stop();
  }
}

/** The field of the API as the command calls it. */
function optionOf(field: string): string {
  return field.replace('body.officeCode', '--office').replace('body.', '--');
}

main().catch((fault: unknown) => {
  const usage = fault instanceof UsageError || (fault instanceof TypeError && 'code' in fault);
  const known = usage || fault instanceof ConfigError || fault instanceof TusaError;
  process.stderr.write(`${known ? fault.message : fault instanceof Error ? fault.stack : String(fault)}\n`);
  if (fault instanceof TusaError)
    for (const { field, problem, cure } of fault.faults)
      process.stderr.write(`  ${optionOf(field)}: ${problem}; ${cure}\n`);
  if (usage) process.stderr.write(USAGE);
  process.exitCode = 1;
});
