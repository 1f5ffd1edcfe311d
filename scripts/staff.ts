/**
 * `npm run staff -- add --name N --role R [--office CODE]`: makes an account, prints its one-time password.
 * `npm run staff -- token --name N --role R [--office CODE]`: prints an API token alone on the last line.
 * Works beside a running service, and without one.
 */
import { parseArgs } from 'node:util';
import { argon2Passwords } from '../src/adapters/system/argon2-passwords';
import { systemClock } from '../src/adapters/system/system-clock';
import { systemIds } from '../src/adapters/system/system-ids';
import { createLogger } from '../src/adapters/telemetry/logger';
import { createIssueToken } from '../src/application/issue-token';
import { createManageStaff } from '../src/application/manage-staff';
import { composeReason } from '../src/compose/compose-reason';
import { composeRecord } from '../src/compose/compose-record';
import { borrowServers } from '../src/compose/compose-servers';
import { ConfigError, readConfig } from '../src/config';
import { STAFF_ROLES, type Role } from '../src/domain/access/actor';
import { TusaError } from '../src/domain/errors';
import { projectRoot } from '../src/project-root';

const USAGE = `npm run staff -- add|token --name NAME --role ${STAFF_ROLES.join('|')} [--office CODE]`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, role: { type: 'string' }, office: { type: 'string' } },
  });
  const [verb] = positionals;
  const { name, office } = values;
  const role = STAFF_ROLES.find((known): known is Role => known === values.role);
  if ((verb !== 'add' && verb !== 'token') || !name || !role) throw new TusaError('invalid_input', USAGE);
  const wanted = { name, role, ...(office !== undefined && { officeCode: office }) };

  const config = readConfig();
  const logger = createLogger('warn');
  const root = projectRoot();
  const reason = composeReason(root);
  const servers = await borrowServers(config, logger);
  try {
    const record = await composeRecord({ ...servers, poolSize: 2, root }, systemClock, logger);
    try {
      const deps = {
        ...record,
        clock: systemClock,
        ids: systemIds,
        officeByCode: reason.directory.officeByCode,
      };
      if (verb === 'add') {
        const { staff, password } = await createManageStaff({ ...deps, passwords: argon2Passwords }).add(
          { id: 'service' },
          wanted,
        );
        console.log(
          `${staff.name} (${staff.role}${staff.officeCode === null ? '' : `, ${staff.officeCode}`})\none-time password: ${password}`,
        );
      } else {
        const { token } = await createIssueToken(deps)({ id: 'service' }, wanted);
        console.log(token);
      }
    } finally {
      await record.database.close();
    }
  } finally {
    await servers.stop();
  }
}

main().catch((fault: unknown) => {
  if (!(fault instanceof TusaError || fault instanceof ConfigError) && !(fault instanceof TypeError))
    throw fault;
  const faults =
    fault instanceof TusaError
      ? fault.faults
          .map(({ field, problem, cure }) => `\n  ${field.replace('body.', '--')}: ${problem}; ${cure}`)
          .join('')
      : '';
  console.error(`${fault.message}${faults}`);
  process.exitCode = 1;
});
