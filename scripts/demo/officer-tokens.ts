import { systemClock } from '../../src/adapters/system/system-clock';
import { systemIds } from '../../src/adapters/system/system-ids';
import { createLogger } from '../../src/adapters/telemetry/logger';
import { createIssueToken } from '../../src/application/issue-token';
import { composeReason } from '../../src/compose/compose-reason';
import { composeRecord } from '../../src/compose/compose-record';
import { borrowServers } from '../../src/compose/compose-servers';
import type { Config } from '../../src/config';

/** An officer's API token for each office. */
export async function officerTokens(
  config: Config,
  root: string,
  offices: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const logger = createLogger('warn');
  const servers = await borrowServers(config, logger);
  const record = await composeRecord({ ...servers, poolSize: 2, root }, systemClock, logger);
  try {
    const issue = createIssueToken({
      ...record,
      clock: systemClock,
      ids: systemIds,
      officeByCode: composeReason(root).directory.officeByCode,
    });
    const tokens = new Map<string, string>();
    for (const office of offices) {
      const { token } = await issue(
        { id: 'service' },
        { name: `demo ${office}`, role: 'officer', officeCode: office },
      );
      tokens.set(office, token);
    }
    return tokens;
  } finally {
    await record.database.close();
    await servers.stop();
  }
}
