import { createRedisRateLimiter, rateLimits } from '../../../src/adapters/http/redis-rate-limiter';
import { createStaffRedis, type StaffRedis } from '../../../src/adapters/http/redis-client';
import { createRedisSessions } from '../../../src/adapters/http/redis-sessions';
import { createRevokeToken } from '../../../src/application/revoke-token';
import { createSignIn } from '../../../src/application/sign-in';
import { systemIds } from '../../../src/adapters/system/system-ids';
import { testRedis } from '../../support/database';
import { MORNING, minutesAfter } from '../../support/records';
import { startService, type TestService } from '../../support/service';
import { until } from '../../support/until';

let service: TestService;
let redis: StaffRedis;
beforeAll(async () => {
  service = await startService({ worker: false });
  redis = createStaffRedis((await testRedis()).url, () => undefined);
  redis.start();
  await until('Redis is there', () => redis.isReady());
});
afterAll(async () => {
  redis.stop();
  await service.stop();
});

const json = (body: unknown, headers: Readonly<Record<string, string>>) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
async function signedIn(who: { readonly name: string; readonly password: string }) {
  const answer = await fetch(`${service.url}/api/v1/session`, json(who, {}));
  const { csrf } = (await answer.json()) as { csrf: string };
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '', 'x-csrf-token': csrf };
}
/** With a password of their own. */
async function settled(who: { readonly name: string; readonly password: string }) {
  const headers = await signedIn(who);
  const next = '一碗热奶茶 7 个馒头';
  await fetch(`${service.url}/api/v1/session/password`, json({ current: who.password, next }, headers));
  return signedIn({ name: who.name, password: next });
}

test('a one-time password opens neither the live screen nor the queue board', async () => {
  const headers = await signedIn(await service.account({ name: '新管理', role: 'administrator' }));
  for (const path of ['/api/v1/stream', '/admin/queues', '/api/v1/staff'])
    expect([path, (await fetch(service.url + path, { headers })).status]).toEqual([path, 403]);
  for (const path of ['/api/v1/session', '/api/v1/me'])
    expect([path, (await fetch(service.url + path, { headers })).status]).toEqual([path, 200]);
});

test('the queue board is to look at', async () => {
  const headers = await settled(await service.account({ name: '看板', role: 'administrator' }));
  const board = `${service.url}/admin/queues/api/queues`;
  const { queues } = (await (await fetch(board, { headers })).json()) as {
    queues: { name: string; readOnlyMode: boolean }[];
  };
  expect(queues.length).toBeGreaterThan(0);
  expect(queues.every(({ readOnlyMode }) => readOnlyMode)).toBe(true);
  const pause = await fetch(`${board}/${queues[0]?.name}/pause`, { method: 'PUT', headers });
  expect(pause.status).toBeGreaterThanOrEqual(400);
});

test('the one-time password of a new account is not kept for a second answer', async () => {
  const headers = await settled(await service.account({ name: '人事', role: 'administrator' }));
  const add = (name: string) =>
    fetch(
      `${service.url}/api/v1/staff`,
      json({ name, role: 'operator' }, { ...headers, 'idempotency-key': 'key-1' }),
    );
  const first = await add('新话务员');
  expect(first.status).toBe(201);
  expect(((await first.json()) as { password: string }).password).toMatch(/\S{8}/);
  const again = await add('新话务员');
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('shown once'),
  });
  expect((await add('另一个')).status).toBe(422);
});

test('a revoked token opens nothing from then on', async () => {
  const bearer = await service.token({ name: 'board', role: 'supervisor' });
  const me = async (): Promise<number> =>
    (await fetch(`${service.url}/api/v1/me`, { headers: { authorization: `Bearer ${bearer}` } })).status;
  expect(await me()).toBe(200);
  const { tokens, audit } = service.record;
  const clock = { now: () => MORNING };
  await createRevokeToken({ tokens, audit, clock })({ id: 'service' }, { name: 'board' });
  expect(await me()).toBe(401);
  expect((await tokens.list()).map(({ name }) => name)).not.toContain('board');
});

test('shutting an account gives its conversations back', async () => {
  const boss = await settled(await service.account({ name: '主管', role: 'administrator' }));
  const operator = await service.account({ name: '走了的人', role: 'operator' });
  const headers = await settled(operator);
  const opened = await fetch(`${service.url}/api/v1/citizen/token`, json({}, {}));
  const { token, conversationId } = (await opened.json()) as { token: string; conversationId: string };
  await fetch(`${service.url}/v3/directline/conversations`, json({}, { authorization: `Bearer ${token}` }));
  const taken = await fetch(
    `${service.url}/api/v1/conversations/${conversationId}/takeover`,
    json({}, headers),
  );
  expect(taken.status).toBe(200);
  const staff = await service.record.staff.byName(operator.name);
  await fetch(`${service.url}/api/v1/staff/${staff?.id}/disable`, json({}, boss));
  expect(await service.record.conversations.load(conversationId)).toMatchObject({
    status: 'waiting',
    operatorId: null,
  });
});

test('a session ends after twelve hours of use, and all end together until then', async () => {
  let now = MORNING;
  const sessions = createRedisSessions(redis, { now: () => now });
  const session = { staffId: 's', csrf: 'c' };
  const [old, young] = [await sessions.open(session), await sessions.open(session)];
  now = minutesAfter(11 * 60 + 59);
  expect(await sessions.read(old)).toEqual(session);
  // The index had nearly run out: reading brings it back to life with the session.
  await redis.client.expire('tusa:sessions-of:s', 5);
  await sessions.read(old);
  expect(await redis.client.ttl('tusa:sessions-of:s')).toBeGreaterThan(3_600);
  await sessions.closeAll('s');
  expect(await sessions.read(young)).toBeUndefined();
  const late = await sessions.open(session);
  now = minutesAfter(24 * 60);
  expect(await sessions.read(late)).toBeUndefined();
});

test('strangers elsewhere do not shut out the owner of a name; a good sign-in clears the address', async () => {
  const limiter = createRedisRateLimiter(redis, rateLimits({ messagesAMinute: 20, tokensAMinute: 20 }));
  const { staff, audit } = service.record;
  const { name } = await service.account({ name: '王话务', role: 'operator' });
  const { signIn } = createSignIn({
    staff,
    audit,
    limiter,
    ids: systemIds,
    clock: { now: () => MORNING },
    sessions: createRedisSessions(redis, { now: () => MORNING }),
    // The real ones are slow on purpose.
    passwords: {
      hash: () => Promise.resolve(''),
      verify: (_hash, given) => Promise.resolve(given === 'right'),
    },
  });
  const code = (given: string, address: string, who = name): Promise<string> =>
    signIn(who, given, address).then(
      () => 'in',
      (fault: { code: string }) => fault.code,
    );
  for (let n = 0; n < 8; n += 1) expect(await code('wrong', 'far')).toBe('unauthenticated');
  expect(await code('right', 'far')).toBe('rate_limited');
  expect(await code('right', 'desk')).toBe('in');
  // An office behind one address: 40 slips in all do not add up over good sign-ins.
  for (let n = 0; n < 80; n += 1)
    expect(await code(n % 2 ? 'right' : 'wrong', 'desk')).toBe(n % 2 ? 'in' : 'unauthenticated');
  // Guessing from everywhere is seen all the same.
  let codes = new Set<string>();
  for (let n = 0; n < 210; n += 1) codes = codes.add(await code('wrong', `bot-${n}`, 'nobody'));
  expect([...codes]).toEqual(['unauthenticated', 'rate_limited']);
});
