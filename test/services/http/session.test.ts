import { startService, type TestService } from '../../support/service';
import { token as citizenToken } from '../directline/citizen-token';

let service: TestService;
beforeAll(async () => {
  service = await startService({ worker: false });
});
afterAll(() => service.stop());

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${service.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

interface SignedIn {
  readonly cookie: string;
  readonly csrf: string;
  readonly password: string;
}

/** Signs in with the one-time password and chooses one. */
async function signIn(name: string, oneTime: string): Promise<SignedIn> {
  const first = await post('/session', { name, password: oneTime });
  const { csrf } = (await first.json()) as { csrf: string };
  const password = '一碗热奶茶 7 个馒头';
  const changed = await post(
    '/session/password',
    { current: oneTime, next: password },
    { cookie: cookieOf(first), 'x-csrf-token': csrf },
  );
  const session = (await changed.json()) as { csrf: string };
  return { cookie: cookieOf(changed), csrf: session.csrf, password };
}

test('the cookie is out of reach of scripts and other sites', async () => {
  const { name, password } = await service.account({ name: '甲', role: 'operator' });
  const answer = await post('/session', { name, password });
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/);
  expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Strict/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('a one-time password opens nothing but the choice of another', async () => {
  const { name, password } = await service.account({ name: '乙', role: 'operator' });
  const first = await post('/session', { name, password });
  const session = (await first.json()) as { me: { mustChangePassword: boolean } };
  expect(session.me.mustChangePassword).toBe(true);
  const headers = { cookie: cookieOf(first) };
  expect((await fetch(`${service.url}/api/v1/conversations`, { headers })).status).toBe(403);
  expect((await fetch(`${service.url}/api/v1/me`, { headers })).status).toBe(200);
  const { cookie } = await signIn(name, password);
  expect((await fetch(`${service.url}/api/v1/conversations`, { headers: { cookie } })).status).toBe(200);
  // The session of the one-time password has ended with it.
  expect((await fetch(`${service.url}/api/v1/me`, { headers })).status).toBe(401);
  expect((await post('/session', { name, password })).status).toBe(401);
});

test('a write by cookie must prove that it comes from our page', async () => {
  const { name, password } = await service.account({ name: '丙', role: 'operator' });
  const { cookie, csrf } = await signIn(name, password);
  const write = (headers: Readonly<Record<string, string>>) =>
    post('/conversations/none/takeover', {}, { cookie, ...headers });
  expect((await write({})).status).toBe(403);
  expect((await write({ 'x-csrf-token': 'x'.repeat(43) })).status).toBe(403);
  expect((await write({ 'x-csrf-token': csrf, origin: 'https://evil.example' })).status).toBe(403);
  expect((await write({ 'x-csrf-token': csrf, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await write({ 'x-csrf-token': csrf, origin: service.url })).status).toBe(404);
  expect((await post('/session', { name, password: 'x' }, { origin: 'https://evil.example' })).status).toBe(
    403,
  );
});

test('signing out ends it', async () => {
  const { name, password } = await service.account({ name: '丁', role: 'operator' });
  const { cookie, csrf } = await signIn(name, password);
  const out = await fetch(`${service.url}/api/v1/session`, {
    method: 'DELETE',
    headers: { cookie, 'x-csrf-token': csrf },
  });
  expect(out.status).toBe(204);
  expect((await fetch(`${service.url}/api/v1/me`, { headers: { cookie } })).status).toBe(401);
});

test('a disabled account is out at once', async () => {
  const { name, password } = await service.account({ name: '戊', role: 'operator' });
  const { cookie } = await signIn(name, password);
  const boss = await service.account({ name: '管理', role: 'administrator' });
  const admin = await signIn(boss.name, boss.password);
  const headers = { cookie: admin.cookie, 'x-csrf-token': admin.csrf };
  const list = await fetch(`${service.url}/api/v1/staff`, { headers });
  const { items } = (await list.json()) as { items: { id: string; name: string }[] };
  const id = items.find((one) => one.name === name)?.id;
  expect((await post(`/staff/${id}/disable`, {}, headers)).status).toBe(200);
  expect((await fetch(`${service.url}/api/v1/me`, { headers: { cookie } })).status).toBe(401);
  expect((await post('/session', { name, password: '一碗热奶茶 7 个馒头' })).status).toBe(401);
});

test('guessing a password is slowed down, whether or not the name is known', async () => {
  await service.account({ name: '己', role: 'operator' });
  for (const name of ['己', '没有这个人']) {
    const statuses = [];
    for (let time = 0; time < 10; time += 1)
      statuses.push((await post('/session', { name, password: 'x' })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 401, 401, 429, 429]);
  }
  const answer = await post('/session', { name: '己', password: 'x' });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
});

test('bull-board is the administrators’', async () => {
  const boss = await service.account({ name: '值班', role: 'administrator' });
  const { cookie } = await signIn(boss.name, boss.password);
  const board = await fetch(`${service.url}/admin/queues`, { headers: { cookie } });
  expect(board.status).toBe(200);
  const { name, password } = await service.account({ name: '庚', role: 'operator' });
  const operator = await signIn(name, password);
  expect((await fetch(`${service.url}/admin/queues`, { headers: { cookie: operator.cookie } })).status).toBe(
    403,
  );
  expect((await fetch(`${service.url}/admin/queues`)).status).toBe(401);
});

test.each([
  ['/healthz', "frame-ancestors 'none'"],
  ['/', "script-src 'self';"],
])('headers of %s: nothing inline, nothing framed, no hint of what we run', async (path, part) => {
  const { headers } = await fetch(`${service.url}${path}`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain(part);
  expect(policy).not.toContain('unsafe');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('strict-transport-security')).toBeNull();
});

test('the token of a citizen opens nothing of the staff’s', async () => {
  const bearer = await citizenToken(service.url);
  const answer = await fetch(`${service.url}/api/v1/conversations`, {
    headers: { authorization: `Bearer ${bearer}` },
  });
  expect(answer.status).toBe(401);
});
