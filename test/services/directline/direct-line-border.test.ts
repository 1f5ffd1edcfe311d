import WebSocket from 'ws';
import { connect } from 'node:net';
import { startService, type TestService } from '../../support/service';
import { post } from './official-client';
import { token } from './citizen-token';

/** What the border of Direct Line lets through and what it does not, as a program without the client would try it. */
let service: TestService;

/** Added to the real time: tokens live for an hour. */
let later = 0;
const HOUR = 3_600_000;

beforeAll(async () => {
  service = await startService({ worker: false, clock: { now: () => new Date(Date.now() + later) } });
});
afterEach(() => {
  later = 0;
});
afterAll(() => service.stop());

test.each([
  ['a drawing that can carry script', '<svg xmlns="http://www.w3.org/2000/svg"/>', 400],
  ['a page', '<!doctype html><script>1</script>', 400],
  ['more than 5 MB', `\x89PNG\r\n\x1a\n${'x'.repeat(5 * 1024 * 1024)}`, 413],
])('refuses as a file: %s', async (_what, content, status) => {
  const bearer = await token(service.url);
  const started = await post(service.url, '/conversations', bearer, {});
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(content, 'latin1')], { type: 'image/png' }), 'a.png');
  const answer = await fetch(
    `${service.url}/v3/directline/conversations/${started.body.conversationId}/upload`,
    { method: 'POST', headers: { authorization: `Bearer ${bearer}` }, body: form },
  );
  expect(answer.status).toBe(status);
});

test('a token is refreshed, the old one holds through the grace, and an expired one is 403', async () => {
  const old = await token(service.url);
  const { body: started } = await post(service.url, '/conversations', old, {});
  const activities = `/conversations/${started.conversationId}/activities`;
  later = HOUR / 2;
  const refreshed = await post(service.url, '/tokens/refresh', old, {});
  expect(refreshed.body).toMatchObject({ conversationId: started.conversationId, expires_in: 3600 });
  later = HOUR + 5 * 60_000;
  const hello = { type: 'message', from: { id: 'u-1' }, text: '在吗' };
  expect((await post(service.url, activities, old, hello)).status).toBe(200);
  later = HOUR + 11 * 60_000;
  const expired = await post(service.url, activities, old, hello);
  expect(expired).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
  expect((await post(service.url, '/tokens/refresh', old, {})).status).toBe(403);
  expect((await post(service.url, activities, refreshed.body.token, hello)).status).toBe(200);
  // Days later the page takes its conversation up again with what it kept.
  later = 20 * 24 * HOUR;
  const resumed = await fetch(`${service.url}/api/v1/citizen/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ resume: old }),
  });
  expect(await resumed.json()).toMatchObject({ conversationId: started.conversationId });
});

test.each([
  ['no token', '', 'mine', 403],
  ['a forged one', 'eyJrIjoiY29udmVyc2F0aW9uIn0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'mine', 403],
  ['somebody else’s conversation', 'good', 'other', 403],
  ['a conversation that was never opened', 'good', 'mine', 404],
])('reading with %s is %s', async (_what, bearer, whose, status) => {
  const good = await fetch(`${service.url}/api/v1/citizen/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const mine = (await good.json()) as { token: string; conversationId: string };
  const id = whose === 'mine' ? mine.conversationId : 'another';
  const headers = { authorization: `Bearer ${bearer === 'good' ? mine.token : bearer}` };
  for (const path of [`/conversations/${id}`, `/conversations/${id}/activities`])
    expect((await fetch(`${service.url}/v3/directline${path}`, { headers })).status).toBe(status);
});

test('a socket ticket opens nothing else, and only for a minute', async () => {
  const bearer = await token(service.url);
  const { body: started } = await post(service.url, '/conversations', bearer, {});
  const ticket = new URL(started.streamUrl).searchParams.get('t') ?? '';
  expect((await post(service.url, '/tokens/refresh', ticket, {})).status).toBe(403);
  later = 61_000;
  const refused = await new Promise<number>((done) => {
    const socket = new WebSocket(started.streamUrl);
    socket.on('unexpected-response', (_request, response) => done(response.statusCode ?? 0));
    socket.on('open', () => done(101));
    socket.on('error', () => undefined);
  });
  expect(refused).toBe(403);
});

test('a foreign page is kept out, and a preflight of our own asks for exactly what the client sends', async () => {
  const preflight = await fetch(`${service.url}/v3/directline/conversations`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  const own = await fetch(`${service.url}/v3/directline/conversations`, {
    method: 'OPTIONS',
    headers: { origin: service.url, 'access-control-request-method': 'POST' },
  });
  expect(own.headers.get('access-control-allow-headers')).toBe(
    'authorization, content-type, x-ms-bot-agent, x-requested-with',
  );
});

test('an id of the form dl_ is believed from a token only', async () => {
  const bearer = await token(service.url);
  const { body: started } = await post(service.url, '/conversations', bearer, {});
  const path = `/conversations/${started.conversationId}/activities`;
  await post(service.url, path, bearer, { type: 'message', from: { id: 'dl_boss' }, text: '你好' });
  const read = await fetch(`${service.url}/v3/directline${path}?watermark=`, {
    headers: { authorization: `Bearer ${bearer}` },
  });
  const { activities } = (await read.json()) as { activities: { from: { id: string; role: string } }[] };
  expect(activities.filter(({ from }) => from.role === 'user').map(({ from }) => from.id)).toEqual([
    'citizen',
  ]);
});

test.each([
  ['text', 'text/plain', 'hello'],
  [
    'a form that breaks off',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx',
  ],
  ['a form without a boundary', 'multipart/form-data', 'x'],
  ['nothing', 'multipart/form-data; boundary=b', ''],
])('an upload that is %s is refused calmly', async (_what, type, body) => {
  const bearer = await token(service.url);
  const started = await post(service.url, '/conversations', bearer, {});
  const path = `/conversations/${started.body.conversationId}/upload`;
  const answer = await post(service.url, path, bearer, Buffer.from(body), { 'content-type': type });
  expect(answer.status).toBe(400);
});

test.each(['//', '/v3/directline/stream', '/elsewhere', '/v3/directline/stream?t=%00'])(
  'an upgrade to %s, broken off at once, harms nobody',
  async (path) => {
    const { port } = new URL(service.url);
    await new Promise<void>((done) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        const lines = [
          'Host: x',
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
        ];
        socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, () => socket.resetAndDestroy());
      });
      socket.on('close', () => done());
      socket.on('error', () => undefined);
    });
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
  },
);
