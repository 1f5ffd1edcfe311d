import { startService, type TestService } from '../../support/service';
import { CuttableProxy } from '../../support/cuttable-proxy';
import { testDatabase, testRedis, type TestDatabase } from '../../support/database';
import { until } from '../../support/until';
import { token } from '../directline/citizen-token';
import { post } from '../directline/official-client';

let postgres: CuttableProxy;
let redis: CuttableProxy;
let database: TestDatabase;
let service: TestService;
beforeAll(async () => {
  database = await testDatabase();
  postgres = await CuttableProxy.before(database.url);
  redis = await CuttableProxy.before((await testRedis()).url);
  service = await startService({ databaseUrl: postgres.url, redisUrl: redis.url });
});
afterAll(async () => {
  await service.stop();
  await Promise.all([postgres.cut(), redis.cut()]);
  await database.drop();
});

const ready = async (): Promise<{ status: string; checks: Record<string, boolean> }> =>
  (await (await fetch(`${service.url}/readyz`)).json()) as {
    status: string;
    checks: Record<string, boolean>;
  };

test('Redis away: citizens talk on, staff by token too, and it says so', async () => {
  const bearer = await token(service.url);
  const { body: started } = await post(service.url, '/conversations', bearer, {});
  const path = `/conversations/${started.conversationId}/activities`;
  const officer = await service.token({ name: '干部', role: 'officer', officeCode: '150521100' });
  await until('Redis is seen', async () => (await ready()).status === 'ready');
  await redis.cut();
  try {
    expect((await post(service.url, path, bearer, { type: 'message', text: '低保怎么办' })).status).toBe(200);
    await token(service.url);
    const lanes = await fetch(`${service.url}/api/v1/offices/150521100/lanes`, {
      headers: { authorization: `Bearer ${officer}` },
    });
    expect(lanes.status).toBe(200);
    // Sessions are kept there: who comes by cookie is asked to wait, not thrown out.
    const page = await fetch(`${service.url}/api/v1/me`, {
      headers: { cookie: `tusa_session=${'x'.repeat(43)}` },
    });
    expect(page.status).toBe(503);
    await until('it is noticed', async () => (await ready()).checks.redis === false);
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
  } finally {
    await redis.restore();
  }
  await until('Redis is back', async () => (await ready()).status === 'ready');
});

test('PostgreSQL away: 503 with Retry-After everywhere, nothing half done, and it recovers by itself', async () => {
  const bearer = await token(service.url);
  const { body: started } = await post(service.url, '/conversations', bearer, {});
  const path = `/conversations/${started.conversationId}/activities`;
  const officer = await service.token({ name: '干部乙', role: 'officer', officeCode: '150521100' });
  const message = { type: 'message', text: '家里没粮了', channelData: { clientActivityID: 'c-1' } };
  await postgres.cut();
  try {
    const said = await post(service.url, path, bearer, message);
    expect({ status: said.status, retry: said.headers.get('retry-after') }).toEqual({
      status: 503,
      retry: '5',
    });
    expect(said.body.error.code).toBe('ServiceUnavailable');
    const lanes = await fetch(`${service.url}/api/v1/offices/150521100/lanes`, {
      headers: { authorization: `Bearer ${officer}` },
    });
    expect(lanes.status).toBe(503);
    expect(lanes.headers.get('retry-after')).toBe('5');
    expect((await fetch(`${service.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
  } finally {
    await postgres.restore();
  }
  await until('it serves again', async () => (await fetch(`${service.url}/readyz`)).status === 200);
  expect((await post(service.url, path, bearer, message)).status).toBe(200);
  const stored = await service.record.conversations.messages(started.conversationId, 0);
  expect(stored.filter(({ author }) => author === 'citizen')).toHaveLength(1);
});
