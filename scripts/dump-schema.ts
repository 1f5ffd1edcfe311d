import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { describeSchema } from '../src/adapters/db/describe-schema';
import { migrate } from '../src/adapters/db/migrate';
import { projectRoot } from '../src/project-root';
import { withScratchServers } from './scratch-servers';

/** `npm run dump-schema`: migrates an empty database and writes src/adapters/db/schema.sql from it. */
async function main(): Promise<void> {
  const file = join(projectRoot(), 'src', 'adapters', 'db', 'schema.sql');
  await withScratchServers(async ({ databaseUrl }) => {
    await migrate(databaseUrl, projectRoot(), new Date());
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    writeFileSync(file, await describeSchema(client));
    await client.end();
  });
  process.stdout.write(`${file}\n`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
});
