import { PassThrough } from 'node:stream';
import { createLogger } from '../../../src/adapters/telemetry/logger';
import { token } from '../directline/citizen-token';
import { post } from '../directline/official-client';
import { createWorld } from './world';

/** Words, numbers and names of the conversation below; none may stand in any log line. */
const PERSONAL = [
  '王小明',
  '13800001234',
  '138',
  '保康',
  '巴彦',
  '停工',
  '没收入',
  '152322198001011234',
  '赌博',
  '核实',
  '老家',
  '误工',
];

test('a whole conversation and its ticket leave ids and codes in the log, never words', async () => {
  let log = '';
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const world = await createWorld({ logger: createLogger('debug', stream) });
  const { url } = world.service;
  const bearer = await token(url);
  const { body: started } = await post(url, '/conversations', bearer, {});
  const path = `/conversations/${started.conversationId}/activities`;
  for (const text of [
    '我家在通辽市科左中旗保康镇，男人在工地干活，停工三个月没收入了，也没交过失业保险',
    '我叫王小明',
    '13800001234',
    '身份证152322198001011234',
    '老家在巴彦村',
    '四口人',
    '没有',
    '对',
    '我男人赌博，我不想活了',
  ])
    expect(
      (await post(url, path, bearer, { type: 'message', from: { id: '王小明13800001234' }, text })).status,
    ).toBe(200);
  await post(url, path, bearer, '{"text":"王小明 13800001234');
  await fetch(`${url}/v3/directline/${encodeURIComponent('王小明13800001234')}?phone=13800001234`);
  await fetch(`${url}/api/v1/${encodeURIComponent('巴彦')}?name=王小明`, {
    headers: { 'x-request-id': '13800001234-13800001234' },
  });
  await world.api('officer A', 'POST', '/offices/150521100/pull', { max: 5 });
  await world.api('officer A', 'GET', `/tickets/48213097?unmask=${encodeURIComponent('核实身份')}`);
  await world.api('officer A', 'POST', '/tickets/48213097/sign', {});
  await world.api('officer A', 'POST', '/tickets/48213097/resolve', {
    outcome: 'helped',
    reason: '误工补助已经办好',
  });
  await world.api('operator', 'GET', `/conversations/${started.conversationId}`);
  await world.api('nobody', 'POST', '/session', { name: '王小明', password: '13800001234' });
  await world.service.stop();
  expect(log.split('\n').length).toBeGreaterThan(5);
  expect(PERSONAL.filter((word) => log.includes(word))).toEqual([]);
  // Each line is JSON and no line has anything but scalars.
  for (const line of log.trim().split('\n'))
    for (const value of Object.values(JSON.parse(line) as object)) expect(typeof value).not.toBe('object');
});

test('a field that is no code is left out, whoever wrote it there', () => {
  let log = '';
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const logger = createLogger('info', stream);
  logger.error('slip', { words: '我叫王小明', id: 'c-1', n: 3, level: 'info', message: 'x' });
  expect(JSON.parse(log)).toMatchObject({
    level: 'error',
    message: 'slip',
    words: '[left out]',
    id: 'c-1',
    n: 3,
  });
});
