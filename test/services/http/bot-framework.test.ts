import nock from 'nock';
import { startService } from '../../support/service';
import { until } from '../../support/until';

/** The channel's own service, which takes the bot's answers: outside of us, so it is played. */
const CHANNEL = 'https://channel.example';
const sent: {
  readonly path: string;
  readonly text?: string;
  readonly channelData?: { readonly tusa?: object };
}[] = [];
beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  nock(CHANNEL)
    .persist()
    .post(/^\/v3\/conversations\//)
    .reply((path, body) => {
      sent.push({ path, ...(body as { text?: string }) });
      return [200, { id: '1' }];
    });
});
afterAll(() => {
  nock.cleanAll();
  nock.restore();
});

const activity = (id: string) => ({
  type: 'message',
  id,
  channelId: 'emulator',
  serviceUrl: CHANNEL,
  conversation: { id: 'c-1' },
  from: { id: 'u-1', name: 'u' },
  recipient: { id: 'bot', name: 'tusa' },
  text: '低保怎么办',
});
const post = (url: string, body: unknown) =>
  fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('closed without credentials', async () => {
  const service = await startService({ worker: false });
  try {
    expect((await post(service.url, activity('a-1'))).status).toBe(404);
  } finally {
    await service.stop();
  }
});

test('opened for development, it answers by the channel; the same message again says nothing more', async () => {
  const service = await startService({ worker: false, env: { TUSA_OPEN_BOT_ENDPOINT: '1' } });
  try {
    expect((await post(service.url, activity('a-1'))).status).toBe(200);
    await until('the answer', () => sent.length > 0);
    const answered = sent.length;
    expect(sent[0]?.path).toContain('/v3/conversations/c-1/activities');
    expect(sent[0]?.text).toMatch(/\p{Script=Han}/u);
    expect(sent[0]?.channelData?.tusa).toBeDefined();
    expect((await post(service.url, activity('a-1'))).status).toBe(200);
    expect(sent).toHaveLength(answered);
  } finally {
    await service.stop();
  }
});

test('with credentials a stranger’s message is refused', async () => {
  // The SDK tells the console as well.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const env = { MICROSOFT_APP_ID: '00000000-0000-0000-0000-000000000001', MICROSOFT_APP_PASSWORD: 'secret' };
  const service = await startService({ worker: false, env });
  try {
    expect([401, 403]).toContain((await post(service.url, activity('a-2'))).status);
  } finally {
    await service.stop();
  }
});
