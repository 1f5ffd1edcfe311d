import { createWorld, type World } from './world';
import { post } from '../directline/official-client';
import { until } from '../../support/until';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.service.stop());

interface Citizen {
  readonly id: string;
  say(text: string): Promise<void>;
  texts(): Promise<readonly string[]>;
}

async function openConversation(): Promise<Citizen> {
  const { url } = world.service;
  const answer = await fetch(`${url}/api/v1/citizen/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  const { token, conversationId: id } = (await answer.json()) as { token: string; conversationId: string };
  await post(url, '/conversations', token, {});
  return {
    id,
    async say(text) {
      const said = await post(url, `/conversations/${id}/activities`, token, {
        type: 'message',
        from: { id: 'u-1' },
        text,
      });
      expect(said.status).toBe(200);
    },
    async texts() {
      const read = await fetch(`${url}/v3/directline/conversations/${id}/activities`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return ((await read.json()) as { activities: { text: string }[] }).activities.map(({ text }) => text);
    },
  };
}

test('an operator takes over, is heard, and hands back; the bot is silent meanwhile', async () => {
  const citizen = await openConversation();
  await citizen.say('我想找个人说说');
  const before = (await citizen.texts()).length;
  const taken = await world.api('operator', 'POST', `/conversations/${citizen.id}/takeover`, {});
  expect(taken).toMatchObject({ status: 200, body: { status: 'human', mine: true } });
  await citizen.say('家里老人没人照顾');
  const replied = await world.api('operator', 'POST', `/conversations/${citizen.id}/reply`, {
    text: '您慢慢说，我听着。',
  });
  expect(replied).toMatchObject({
    status: 200,
    body: { message: { author: 'operator', text: '您慢慢说，我听着。' } },
  });
  const texts = await citizen.texts();
  // Somebody is here; then the citizen and the operator, and nobody between them.
  expect(texts.slice(before + 1)).toEqual(['家里老人没人照顾', '您慢慢说，我听着。']);
  const foreign = await world.service.token({ name: '另一个话务员', role: 'operator' });
  const other = await fetch(`${world.service.url}/api/v1/conversations/${citizen.id}/takeover`, {
    method: 'POST',
    headers: { authorization: `Bearer ${foreign}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(other.status).toBe(409);
  expect((await world.api('operator', 'POST', `/conversations/${citizen.id}/handback`, {})).body.status).toBe(
    'bot',
  );
  const back = (await citizen.texts()).length;
  await citizen.say('低保怎么办');
  expect((await citizen.texts()).length).toBeGreaterThan(back + 1);
  expect(
    (await world.api('operator', 'POST', `/conversations/${citizen.id}/reply`, { text: '还在吗' })).status,
  ).toBe(409);
});

test('three suggestions with source and score; what became of them is kept', async () => {
  const citizen = await openConversation();
  await citizen.say('我妈瘫痪在床，低保户，护理费能不能申请');
  const { body } = await world.api('operator', 'GET', `/conversations/${citizen.id}/suggestions`);
  expect(body.items).toHaveLength(3);
  for (const { text, source, score } of body.items) {
    expect(text).toMatch(/\p{Script=Han}/u);
    expect(source).toMatch(/^(M\d\d-\d+|reply:[a-z-]+)$/);
    expect(score).toBeGreaterThan(0);
  }
  const again = await world.api('operator', 'GET', `/conversations/${citizen.id}/suggestions`);
  expect(again.body).toEqual(body);
  const [first, second] = body.items;
  expect(
    (await world.api('operator', 'POST', `/suggestions/${encodeURIComponent(first.id)}/dismissed`, {}))
      .status,
  ).toBe(204);
  await world.api('operator', 'POST', `/conversations/${citizen.id}/takeover`, {});
  await world.api('operator', 'POST', `/conversations/${citizen.id}/reply`, {
    text: second.text,
    suggestion: { id: second.id, edited: false },
  });
  expect((await world.api('operator', 'POST', '/suggestions/none/used', {})).status).toBe(404);
});

test('danger is first in the queue, and its transcript says why', async () => {
  const calm = await openConversation();
  await calm.say('低保怎么办');
  const danger = await openConversation();
  await danger.say('我不想活了');
  const { body } = await world.api('operator', 'GET', '/conversations?status=waiting,bot&limit=2');
  expect(body.items[0]).toMatchObject({ id: danger.id, danger: 'self_harm', status: 'waiting' });
  const { body: detail } = await world.api('operator', 'GET', `/conversations/${danger.id}`);
  const said = detail.messages.find(({ author }: { author: string }) => author === 'citizen');
  expect(said.understanding).toMatchObject({ danger: 'self_harm', urgency: 'critical' });
  const why = said.explanation.find(({ label }: { label: string }) => label === 'self_harm');
  const [{ start, end }] = why.spans;
  expect('我不想活了'.slice(start, end)).toMatch(/不想活/);
});

test('a live screen hears of what its person may see, and of nothing else', async () => {
  const listen = async (who: string) => {
    const stop = new AbortController();
    const answer = await fetch(`${world.service.url}/api/v1/stream`, {
      headers: { authorization: world.authorization(who) ?? '', 'last-event-id': '17' },
      signal: stop.signal,
    });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    let heard = '';
    const reading = (async () => {
      for await (const chunk of answer.body ?? []) heard += Buffer.from(chunk as Uint8Array).toString();
    })().catch(() => undefined);
    return { heard: () => heard, stop: () => (stop.abort(), reading) };
  };
  const [operator, officerA, officerB] = [
    await listen('operator'),
    await listen('officer A'),
    await listen('officer B'),
  ];
  const citizen = await openConversation();
  await citizen.say('你好');
  await world.api('officer A', 'POST', '/tickets/48213097/sign', {});
  await until(
    'the operator hears',
    () => operator.heard().includes(citizen.id) && operator.heard().includes('48213097'),
  );
  await until('the officer hears', () => officerA.heard().includes('48213097'));
  expect(officerA.heard()).not.toContain('event: message');
  expect(officerB.heard()).not.toContain('48213097');
  expect(operator.heard()).not.toContain('你好');
  await Promise.all([operator.stop(), officerA.stop(), officerB.stop()]);
});

test('a resolution reaches the citizen in their conversation, in plain words', async () => {
  const { ticket } = (await world.service.record.tickets.byNumber('10000007')) ?? {};
  expect(ticket?.conversationId).toBe('conversation-b');
  await world.api('officer B', 'POST', '/tickets/10000007/sign', {});
  await world.api('officer B', 'POST', '/tickets/10000007/resolve', {
    outcome: 'helped',
    reason: '米面油已经送到家里',
  });
  await until('the citizen is told', async () => {
    const messages = await world.service.record.conversations.messages('conversation-b', 0);
    return messages.some(({ author, text }) => author === 'service' && text.includes('米面油已经送到家里'));
  });
});
