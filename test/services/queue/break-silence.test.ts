import { randomBytes } from 'node:crypto';
import { createRedisLiveUpdates } from '../../../src/adapters/live/redis-live-updates';
import { systemIds } from '../../../src/adapters/system/system-ids';
import { createHandleMessage } from '../../../src/application/handle-message';
import { createReconcile } from '../../../src/application/reconcile';
import { composeQueue } from '../../../src/compose/compose-queue';
import { composeReason } from '../../../src/compose/compose-reason';
import { composeRecord } from '../../../src/compose/compose-record';
import { createTurnWords } from '../../../src/domain/dialogs/create-turn-words';
import { testDatabase, testRedis } from '../../support/database';
import { recordingLogger } from '../../support/recording-logger';
import { MORNING, minutesAfter } from '../../support/records';
import { ROOT } from '../../support/service';
import { until } from '../../support/until';

const reason = composeReason(ROOT);
const DAY = 1440;
const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Record, queue and worker as the service has them, and a clock that the test moves. */
async function service() {
  const world = { now: MORNING };
  const clock = { now: () => world.now };
  const logger = recordingLogger();
  const database = await testDatabase();
  endings.push(() => database.drop());
  const { url: redisUrl } = await testRedis();
  const record = await composeRecord(
    { databaseUrl: database.url, poolSize: 6, masterKeys: new Map([['k1', randomBytes(32)]]), root: ROOT },
    clock,
    logger,
  );
  endings.push(() => record.database.close());
  const live = createRedisLiveUpdates(redisUrl, 'test', () => undefined);
  live.start();
  endings.push(() => live.stop());
  const pushed: string[] = [];
  const parts = { redisUrl, reason, record, live, clock, ids: systemIds, logger };
  const queue = composeQueue({
    ...parts,
    delivery: {
      deliver: (_to, messages) => (pushed.push(...messages.map(({ text }) => text)), Promise.resolve()),
    },
  });
  queue.start(true);
  endings.push(() => queue.stop(2_000));
  const handle = createHandleMessage({
    ...parts, ...record, ...reason, officeByCode: reason.directory.officeByCode,
    words: createTurnWords(reason.catalogue), outboxChanged: () => queue.poke(),
  }); // prettier-ignore
  // Its own look at what is due: the service's comes every half minute.
  const look = createReconcile({
    ...record, clock, logger,
    queue: { isUp: () => false, hand: () => Promise.resolve(), revive: () => Promise.resolve('waiting') },
  }); // prettier-ignore
  return {
    ...record, queue, pushed, logger,
    say: (text: string, conversationId = 'talk') =>
      handle({ conversationId, channel: 'directline', channelUser: 'u', text }),
    async passTo(minutes: number) {
      world.now = minutesAfter(minutes);
      await look();
      await look();
      queue.poke();
    },
    spoken: async () =>
      (await record.conversations.messages('talk', 0)).filter(({ author }) => author === 'service').map(({ text }) => text),
  }; // prettier-ignore
}

test('a reminder once, then the case filed once, though every job is handed over twice', async () => {
  const world = await service();
  await world.say('我在科左中旗保康镇东风嘎查，家里没收入，老伴瘫在炕上，想申请低保，电话13904751234');
  const due = (await world.conversations.load('talk'))?.wakeAt?.toISOString();
  await world.passTo(31);
  await world.queue.queues['break-silence'].add({ conversationId: 'talk', due }, { jobId: 'the same again' });
  await until('the person is reminded', async () => (await world.spoken()).length > 0);
  await until('it is pushed', () => world.pushed.length > 0);
  expect((await world.conversations.load('talk'))?.wakeAt).toEqual(minutesAfter(3 * DAY));
  await world.passTo(3 * DAY + 1);
  await until('the case is filed', async () => (await world.tickets.byConversation('talk')).length > 0);
  await until(
    'it lies in its lane',
    async () => (await world.tickets.byConversation('talk'))[0]?.dispatchedAt !== null,
  );
  await world.passTo(9 * DAY);
  const [ticket, ...more] = await world.tickets.byConversation('talk');
  expect(more).toEqual([]);
  expect(ticket).toMatchObject({ measure: 'M01', officeCode: '150521100', needsPerson: true });
  const spoken = await world.spoken();
  expect(spoken.map((text) => text.slice(0, 5))).toEqual([
    '您说到一半',
    '换个地方接',
    '您没再回话',
    '记下了。单',
    '去窗口的时',
  ]);
  expect(world.pushed.slice(0, spoken.length)).toEqual(spoken);
  expect(world.logger.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

test('who speaks at the last moment is heard, and not reminded', async () => {
  const world = await service();
  await world.say('我在科左中旗保康镇东风嘎查，家里没收入，想申请低保');
  await world.passTo(29.5);
  await world.say('我叫王秀兰');
  await world.passTo(30.5);
  await until('the job has run', async () => {
    const conversation = await world.conversations.load('talk');
    return conversation?.wakeAt?.getTime() === minutesAfter(59.5).getTime();
  });
  expect(await world.spoken()).toEqual([]);
});

test('an unfinished case moves to another conversation with telephone and code, and is filed there alone', async () => {
  const world = await service();
  await world.say('我在科左中旗保康镇东风嘎查，家里没收入，老伴瘫在炕上，想申请低保，电话13904751234');
  const left = await world.say('我先去忙了，晚上再接着说');
  const code = /接续码：(\d{3} \d{3})/.exec(left.replies.map(({ text }) => text).join())?.[1] ?? '';
  const words = `我刚才在网上说到一半，电话13904751234，接续码${code}`;
  const both = await Promise.all([world.say(words, 'one'), world.say(words, 'two')]);
  const took = both.filter(({ replies }) => replies.some(({ text }) => text.includes('上次说到')));
  expect(took).toHaveLength(1);
  const winner = took[0]?.inbound.conversationId ?? '';
  expect(await world.conversations.load('talk')).toMatchObject({ status: 'ended', wakeAt: null });
  expect(await world.conversations.resumable('13904751234')).toEqual([]);
  await world.passTo(3 * DAY + 1);
  await until('it is filed', async () => (await world.tickets.byConversation(winner)).length > 0);
  await world.passTo(9 * DAY);
  expect(await world.tickets.byConversation(winner)).toHaveLength(1);
  for (const id of ['talk', 'one', 'two'].filter((one) => one !== winner))
    expect(await world.tickets.byConversation(id)).toEqual([]);
});
