// `npm test`: sets up what is missing, then every check and every test against real PostgreSQL and Redis.
// Ends in one line of counts: N passed, N failed.
'use strict';
const { spawnSync, spawn } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync, chmodSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setUpTests, root } = require('./setup.cjs');

setUpTests();

const bin = (name) => join(root, 'node_modules', '.bin', name);
const CHECKS = [
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', 'src', 'test', 'scripts']],
  ['lint', bin('eslint'), ['--max-warnings', '0', 'src', 'test', 'scripts']],
  ['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.test.json']],
  ['types of the pages', bin('tsc'), ['--noEmit', '-p', 'tsconfig.consoles.json']],
  [
    'dependency rules',
    bin('depcruise'),
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src'],
  ],
  ['dead code', bin('knip'), ['--no-progress']],
  ['file sizes', process.execPath, ['scripts/check-sizes.cjs']],
  ['catalogue', process.execPath, ['dist/scripts/check-catalogue.js']],
  ['understanding gate', process.execPath, ['dist/scripts/evaluate.js', '--gate']],
];

async function main() {
  let passed = 0;
  let failed = 0;
  for (const [name, program, args] of CHECKS) {
    const start = Date.now();
    const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
    if (status === 0) passed += 1;
    else failed += 1;
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  }

  const { serverUser } = require('../dist/src/adapters/embedded/server-user.js');
  const { startPostgres } = require('../dist/src/adapters/embedded/embedded-postgres.js');
  const { startRedis } = require('../dist/src/adapters/embedded/embedded-redis.js');
  const folder = mkdtempSync(join(tmpdir(), 'tusa-test-'));
  chmodSync(folder, 0o755);
  const user = serverUser(folder);
  const died = (server) => console.error(`the test's ${server} died`);
  const postgres = await startPostgres(user, process.env.PATH, died);
  const redis = await startRedis(user, process.env.PATH, died);

  const report = join(folder, 'jest.json');
  const env = { ...process.env, TEST_DATABASE_URL: postgres.url, TEST_REDIS_URL: redis.url, TZ: 'UTC' };
  const jest = spawn(
    bin('jest'),
    ['--json', '--outputFile', report, '--maxWorkers', '2', ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env },
  );
  const status = await new Promise((done) => jest.once('exit', done));
  await Promise.all([postgres.stop(), redis.stop()]);

  const result = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  // jest also exits non-zero for what it does not count, e.g. a handle left open with --detectOpenHandles.
  if (status !== 0 && failed === 0) failed += 1;
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}

main().catch((fault) => {
  console.error(fault);
  console.log('0 passed, 1 failed');
  process.exit(1);
});
