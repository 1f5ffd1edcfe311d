import { ticketNumber } from '../../../src/domain/tickets/ticket-number';
import { startService, type TestService } from '../../support/service';
import { post } from './official-client';

let service: TestService;
beforeAll(async () => {
  service = await startService({ worker: false, env: { TUSA_CITIZEN_RATE: '60' } });
});
afterAll(() => service.stop());

interface Talk {
  readonly bearer: string;
  readonly id: string;
  say(body: unknown): ReturnType<typeof post>;
  upload(...files: readonly string[]): Promise<Response>;
}

async function talk(open = true): Promise<Talk> {
  const answer = await fetch(`${service.url}/api/v1/citizen/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const { token: bearer, conversationId: id } = (await answer.json()) as {
    token: string;
    conversationId: string;
  };
  if (open) await post(service.url, '/conversations', bearer, {});
  return {
    bearer,
    id,
    say: (body) => post(service.url, `/conversations/${id}/activities`, bearer, body),
    upload(...files) {
      const form = new FormData();
      // A PNG as far as its first bytes tell.
      for (const name of files)
        form.append(
          'file',
          new Blob([Buffer.from('89504e470d0a1a0a', 'hex'), name], { type: 'image/png' }),
          `${name}.png`,
        );
      return fetch(`${service.url}/v3/directline/conversations/${id}/upload`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}` },
        body: form,
      });
    },
  };
}
const kept = async ({ id }: Talk): Promise<number> => (await service.record.attachments.usage(id)).files;

test('a form for a conversation that nobody opened is not kept', async () => {
  const citizen = await talk(false);
  expect((await citizen.upload('a')).status).toBe(404);
  expect(await kept(citizen)).toBe(0);
});

test('a form that comes too fast is refused before it is kept', async () => {
  const citizen = await talk();
  const statuses = new Set<number>();
  for (let n = 0; n < 61; n += 1) statuses.add((await citizen.say({ type: 'message', text: '在吗' })).status);
  expect([...statuses]).toEqual([200, 429]);
  expect((await citizen.upload('a')).status).toBe(429);
  expect(await kept(citizen)).toBe(0);
});

test('a conversation takes so many files and no more; what is there may come again', async () => {
  const citizen = await talk();
  const four = (n: number) => ['a', 'b', 'c', 'd'].map((letter) => `${letter}${n}`);
  for (let n = 0; n < 10; n += 1) expect((await citizen.upload(...four(n))).status).toBe(200);
  const full = await citizen.upload('one more');
  expect(full.status).toBe(413);
  expect(await full.json()).toMatchObject({ error: { code: 'MessageSizeTooBig' } });
  expect((await citizen.upload(...four(3))).status).toBe(200);
  expect(await kept(citizen)).toBe(40);
  // The operator sees that something came, not what it is called.
  const operator = await service.token({ name: '话务员', role: 'operator' });
  const read = await fetch(`${service.url}/api/v1/conversations/${citizen.id}`, {
    headers: { authorization: `Bearer ${operator}` },
  });
  const { messages } = (await read.json()) as { messages: { author: string; text: string }[] };
  const [first] = messages.filter(({ author }) => author === 'citizen');
  expect(first?.text).toBe('📎×4');
});

test('what is nested without end is refused with the reason', async () => {
  const citizen = await talk();
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  const answer = await fetch(`${service.url}/v3/directline/conversations/${citizen.id}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${citizen.bearer}`, 'content-type': 'application/json' },
    body: `{"type":"message","text":"在吗","channelData":${deep}}`,
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    error: { code: 'BadArgument', message: 'the body is nested deeper than 32 levels' },
  });
  expect((await citizen.say({ type: 'message', text: '在吗', channelData: { a: { b: 1 } } })).status).toBe(
    200,
  );
});

test('whoever tries one number after the other hears no more after ten', async () => {
  const citizen = await talk();
  for (let n = 0; n < 11; n += 1)
    expect((await citizen.say({ type: 'message', text: ticketNumber(n) })).status).toBe(200);
  const said = (await service.record.conversations.messages(citizen.id, 0))
    .filter(({ author, say }) => author === 'bot' && say?.step === 'answer')
    .map(({ text }) => text);
  expect(said.slice(0, 10).some((text) => text.includes('过一个钟头再查'))).toBe(false);
  expect(said.at(-1)).toContain('过一个钟头再查');
});
