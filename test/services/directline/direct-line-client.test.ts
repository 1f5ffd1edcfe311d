import WebSocket from 'ws';
import { startService, type TestService } from '../../support/service';
import { until } from '../../support/until';
import { NodeBlob, NodeFormData, OfficialClient, post } from './official-client';
import { token } from './citizen-token';

/** The official client against the running service, in the order of a citizen's day. */
let service: TestService;
const clients: OfficialClient[] = [];
const client = (options: ConstructorParameters<typeof OfficialClient>[1]): OfficialClient => {
  const one = new OfficialClient(service.url, options);
  clients.push(one);
  return one;
};

/** Added to the real time: tokens live for an hour. */
let later = 0;
const HOUR = 3_600_000;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

beforeAll(async () => {
  service = await startService({ worker: false, clock: { now: () => new Date(Date.now() + later) } });
});
afterEach(() => {
  for (const one of clients.splice(0)) one.end();
  later = 0;
});
afterAll(() => service.stop());

test.each([
  ['by socket', true],
  ['by poll', false],
])('greets, echoes with channelData untouched, and answers, %s', async (_how, webSocket) => {
  const citizen = client({ token: await token(service.url), webSocket });
  await until('the greeting', () => citizen.said.length > 0);
  const id = await citizen.post({
    type: 'message',
    from: { id: 'u-1' },
    text: '低保怎么申请',
    channelData: { clientActivityID: 'c-1', mine: { a: [1, '二'] } },
  } as never);
  await until('echo and answer', () => citizen.seen.some((one) => one.id === id) && citizen.said.length > 1);
  const echo = citizen.seen.find((one) => one.id === id);
  expect(echo).toMatchObject({ text: '低保怎么申请', from: { id: 'u-1', role: 'user' } });
  expect(echo?.channelData).toEqual({ clientActivityID: 'c-1', mine: { a: [1, '二'] } });
  expect(citizen.doubled).toEqual([]);
  for (const said of citizen.said) expect(said.channelData.tusa.step).toMatch(/^[a-z]+$/);
});

test('comes back by watermark and sees each activity once', async () => {
  const first = client({ token: await token(service.url) });
  await until('the greeting', () => first.said.length > 0);
  await first.say('我家没收入了');
  await until('the answer', () => first.said.length > 1);
  const { conversationId, watermark } = first.place();
  const before = first.seen.length;
  first.end();
  const elsewhere = client({ token: first.token, conversationId });
  await until('online', () => elsewhere.online());
  await elsewhere.say('家里三口人');
  await until('the other one sees it', () => elsewhere.said.length > 0);

  const back = client({ token: first.token, conversationId, watermark });
  await until('the replay', () => back.seen.length >= elsewhere.seen.length);
  expect(back.seen.map(({ id }) => id)).toEqual(elsewhere.seen.map(({ id }) => id));
  // Without a watermark nothing old is played again.
  expect(elsewhere.seen.length).toBeGreaterThan(0);
  expect(elsewhere.seen.map(({ id }) => id)).not.toContain(first.seen[0]?.id);
  const all = client({ token: first.token, conversationId, watermark: '0' });
  await until('everything', () => all.seen.length === before + back.seen.length);
  expect(new Set(all.seen.map(({ id }) => id)).size).toBe(all.seen.length);
});

test('two clients on one conversation see the same, each once', async () => {
  const one = client({ token: await token(service.url) });
  await until('the greeting', () => one.said.length > 0);
  const { conversationId } = one.place();
  const two = client({ token: one.token, conversationId, watermark: '0' });
  await until('the same greeting', () => two.seen.length === one.seen.length);
  await one.say('你好');
  await until('both', () => one.seen.length > 2 && one.seen.length === two.seen.length);
  expect(two.seen.map(({ id }) => id)).toEqual(one.seen.map(({ id }) => id));
  expect([...one.doubled, ...two.doubled]).toEqual([]);
});

test('the same message three times has one effect and the same answer', async () => {
  const bearer = await token(service.url);
  const started = await post(service.url, '/conversations', bearer, {});
  const path = `/conversations/${started.body.conversationId}/activities`;
  const message = {
    type: 'message',
    from: { id: 'u-1' },
    text: '没钱交学费',
    channelData: { clientActivityID: 'c-1' },
  };
  const ids = [];
  for (let time = 0; time < 3; time += 1) ids.push((await post(service.url, path, bearer, message)).body.id);
  expect(new Set(ids).size).toBe(1);
  const stored = await service.record.conversations.messages(started.body.conversationId, 0);
  expect(stored.filter(({ author }) => author === 'citizen')).toHaveLength(1);
});

test('a photograph with a Chinese name and no words arrives, and can be fetched without a header', async () => {
  const citizen = client({ token: await token(service.url) });
  await until('the greeting', () => citizen.said.length > 0);
  const picture = PNG;
  const { conversationId } = citizen.place();
  const form = new NodeFormData();
  const activity = JSON.stringify({
    type: 'message',
    from: { id: 'u-1' },
    channelData: { clientActivityID: 'up-1' },
  });
  form.append('activity', new NodeBlob([activity], { type: 'application/vnd.microsoft.activity' }), 'blob');
  form.append('file', new NodeBlob([new Uint8Array(picture)], { type: 'image/svg+xml' }), '现场照片.png');
  const send = () =>
    fetch(`${service.url}/v3/directline/conversations/${conversationId}/upload?userId=u-1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${citizen.token}` },
      body: form,
    });
  const [first, again] = [await send(), await send()];
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(await again.json()).toEqual(await first.clone().json());
  await until('the echo', () => citizen.seen.some(({ attachments }) => attachments));
  const [file] = citizen.seen.find(({ attachments }) => attachments)?.attachments ?? [];
  // What it is comes from its bytes, not from what the sender says.
  expect(file).toMatchObject({ name: '现场照片.png', contentType: 'image/png' });
  const fetched = await fetch(file?.contentUrl ?? '');
  expect(Buffer.from(await fetched.arrayBuffer()).equals(picture)).toBe(true);
  expect(fetched.headers.get('content-disposition')).toContain(encodeURIComponent('现场照片.png'));
  expect(fetched.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await fetch(`${file?.contentUrl}x`)).status).toBe(403);
});

test('the client’s own upload arrives with its words', async () => {
  const citizen = client({ token: await token(service.url) });
  await until('the greeting', () => citizen.said.length > 0);
  await citizen.post({
    type: 'message',
    from: { id: 'u-1' },
    text: '这是我家的房子',
    attachments: [
      {
        contentType: 'image/png',
        contentUrl: `data:image/png;base64,${PNG.toString('base64')}`,
        name: '房子.png',
      },
    ],
  } as never);
  await until('the echo', () => citizen.seen.some(({ attachments }) => attachments));
  expect(citizen.seen.find(({ attachments }) => attachments)).toMatchObject({
    text: '这是我家的房子',
    attachments: [{ name: '房子.png', contentType: 'image/png' }],
  });
});

test('after a 403 in mid-talk the client reconnects without seeing anything new twice', async () => {
  const citizen = client({ token: await token(service.url) });
  await until('the greeting', () => citizen.said.length > 0);
  const { conversationId, watermark } = citizen.place();
  later = 2 * HOUR;
  // The client's own way of saying: not sent, the token has expired.
  expect(await citizen.say('还在吗')).toBe('retry');
  const renewed = await fetch(`${service.url}/api/v1/citizen/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ resume: citizen.token }),
  });
  const { token: fresh } = (await renewed.json()) as { token: string };
  citizen.end();
  const back = client({ token: fresh, conversationId, watermark });
  await back.say('我回来了');
  await until('the answer', () => back.said.length > 0);
  expect(back.doubled).toEqual([]);
  expect(back.seen[0]?.text).toBe('我回来了');
});

test('empty frames keep a socket alive, and every frame has activities', async () => {
  const bearer = await token(service.url);
  const { body: started } = await post(service.url, '/conversations', bearer, {});
  const frames: string[] = [];
  const socket = new WebSocket(started.streamUrl);
  socket.on('message', (data) => frames.push((data as Buffer).toString()));
  await until('the greeting', () => frames.length > 0);
  socket.send('');
  await post(service.url, `/conversations/${started.conversationId}/activities`, bearer, {
    type: 'message',
    text: '你好',
  });
  await until('the answer', () => frames.length > 1);
  for (const frame of frames) {
    const { activities, watermark } = JSON.parse(frame) as { activities: unknown[]; watermark: string };
    expect(activities.length).toBeGreaterThan(0);
    expect(watermark).toMatch(/^[1-9]\d*$/);
  }
  socket.close();
});
