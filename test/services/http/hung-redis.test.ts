import { CuttableProxy } from '../../support/cuttable-proxy';
import { testRedis } from '../../support/database';
import { startService, type TestService } from '../../support/service';
import { until } from '../../support/until';
import { post } from '../directline/official-client';

let proxy: CuttableProxy;
let service: TestService;
beforeAll(async () => {
  proxy = await CuttableProxy.before((await testRedis()).url);
  // Few messages are counted in the process alone, so that Redis is asked.
  service = await startService({ redisUrl: proxy.url, worker: false, env: { TUSA_CITIZEN_RATE: '40' } });
});
afterAll(async () => {
  proxy.thaw();
  await service.stop();
  await proxy.cut();
});

const status = async (): Promise<string> =>
  ((await (await fetch(`${service.url}/readyz`)).json()) as { status: string }).status;

/** Nothing may take longer than the timer of ours, some slowness of the machine included. Milliseconds. */
const SOON = 3_000;
async function soon<T>(work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const result = await work();
  expect(Date.now() - start).toBeLessThan(SOON);
  return result;
}

test('a Redis that hangs stops no citizen, and is found again', async () => {
  await until('Redis is there', async () => (await status()) === 'ready');
  const officer = await service.account({ name: '话务员', role: 'operator' });
  const bearer = await service.token({ name: 'program', role: 'operator' });
  const signIn = (): Promise<Response> =>
    fetch(`${service.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(officer),
    });
  const cookie = ((await signIn()).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  proxy.freeze();

  const token = await soon(() =>
    fetch(`${service.url}/api/v1/citizen/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }),
  );
  expect(token.status).toBe(200);
  const grant = (await token.json()) as { token: string; conversationId: string };
  expect((await soon(() => post(service.url, '/conversations', grant.token, {}))).status).toBe(201);
  // Together, too, they wait once and not each.
  await soon(async () => {
    for (let n = 0; n < 20; n += 1) {
      const said = await post(service.url, `/conversations/${grant.conversationId}/activities`, grant.token, {
        type: 'message',
        from: { id: 'u' },
        text: `低保怎么办 ${n}`,
      });
      expect(said.status).toBe(200);
    }
  });
  expect(await soon(status)).toBe('degraded');
  const me = (headers: Record<string, string>): Promise<Response> =>
    fetch(`${service.url}/api/v1/me`, { headers });
  expect((await soon(() => me({ authorization: `Bearer ${bearer}` }))).status).toBe(200);
  expect((await soon(() => me({ cookie }))).status).toBe(503);
  expect((await soon(signIn)).status).toBe(503);

  proxy.thaw();
  await until('Redis is found again', async () => (await status()) === 'ready');
  expect((await me({ cookie })).status).toBe(200);
});

test('a connection that stays silent is given up for a new one', async () => {
  await until('Redis is there', async () => (await status()) === 'ready');
  proxy.freeze();
  await until('the service sees it', async () => (await status()) === 'degraded');
  // Whatever hung goes; only new connections find the way.
  await proxy.cut();
  proxy.thaw();
  await proxy.restore();
  await until('Redis is found again', async () => (await status()) === 'ready');
});
