import { createOperateConversation } from '../../src/application/operate-conversation';
import type { StoredMessage } from '../../src/application/ports';
import { releaseConversations } from '../../src/application/release-conversations';
import type { Actor } from '../../src/domain/access/actor';
import type { Danger } from '../../src/domain/understanding/labels';
import type { Understanding } from '../../src/domain/understanding/understanding';
import { JobWorld } from '../support/job-world';
import { MORNING, aConversation, aMessage, aTurn, minutesAfter } from '../support/records';

const operator = (id: string): Actor => ({ id, name: id, role: 'operator', officeCode: null });
const [first, second] = [operator('first'), operator('second')];
const ID = 'conversation-1';

async function desk() {
  const world = new JobWorld();
  const operate = createOperateConversation({
    ...world.deps,
    words: {
      takenOver: () => [{ kind: 'say', step: 'handoff', text: 'here', handoff: 'taken_over' }],
      handedBack: () => [{ kind: 'say', step: 'say', text: 'back' }],
    },
    deliver: () => Promise.resolve(),
  });
  const waiting = aConversation({ status: 'waiting', handoff: 'asked', waitingSince: MORNING });
  await world.record.conversations.commitTurn(aTurn({ conversation: waiting }));
  const load = async () => {
    const found = await world.record.conversations.load(ID);
    if (!found) throw new Error('it is gone');
    return found;
  };
  /** A message of the citizen while a person has the conversation. */
  const say = async (danger: Danger): Promise<void> => {
    const before = await load();
    const understanding = { danger } as Understanding;
    const message: StoredMessage = aMessage({ seq: before.nextSeq, at: world.now, understanding });
    await world.record.conversations.commitTurn({
      ...aTurn(),
      conversation: { ...before, version: before.version + 1, nextSeq: before.nextSeq + 1 },
      expectedVersion: before.version,
      messages: [message],
    });
  };
  const after = (minutes: number): void => void (world.now = minutesAfter(minutes));
  const audited = (): readonly string[] =>
    world.record.audited.map(({ actor, action }) => `${actor} ${action}`);
  return { world, operate, load, say, after, audited };
}

test('who is at it keeps the conversation', async () => {
  const { operate, after, say } = await desk();
  await operate.takeOver(first, ID);
  after(9);
  await expect(operate.takeOver(second, ID)).rejects.toMatchObject({ code: 'conflict' });
  await operate.reply(first, ID, '我在');
  after(18);
  await say('none');
  await expect(operate.takeOver(second, ID)).rejects.toMatchObject({ code: 'conflict' });
});

test('who has been silent for ten minutes may be followed by anybody', async () => {
  const { operate, after, say, load, audited } = await desk();
  await operate.takeOver(first, ID);
  await operate.reply(first, ID, '我在');
  after(10);
  await say('none');
  await operate.takeOver(second, ID);
  expect(await load()).toMatchObject({ status: 'human', operatorId: 'second' });
  await expect(operate.reply(first, ID, '我又来了')).rejects.toMatchObject({ code: 'conflict' });
  // Now the second is the one who is at it.
  await expect(operate.takeOver(first, ID)).rejects.toMatchObject({ code: 'conflict' });
  expect(audited().filter((line) => line.endsWith('takeover'))).toEqual([
    'first conversation.takeover',
    'second conversation.takeover',
  ]);
});

test('a danger since the takeover opens it at once', async () => {
  const { operate, say, load } = await desk();
  await say('fire');
  await operate.takeOver(first, ID);
  await expect(operate.takeOver(second, ID)).rejects.toMatchObject({ code: 'conflict' });
  await say('self_harm');
  await operate.takeOver(second, ID);
  expect(await load()).toMatchObject({ operatorId: 'second' });
});

test('nobody waits any more once a person is there', async () => {
  const { operate, load } = await desk();
  await operate.takeOver(first, ID);
  expect(await load()).toMatchObject({ status: 'human', waitingSince: null });
  await operate.handBack(first, ID);
  expect(await load()).toMatchObject({ status: 'bot', waitingSince: null, operatorId: null });
});

test('an account that is shut gives its conversations back to the queue, and no others', async () => {
  const { world, operate, load, after } = await desk();
  await operate.takeOver(first, ID);
  after(3);
  await releaseConversations(world.deps, 'second');
  expect(await load()).toMatchObject({ status: 'human', operatorId: 'first' });
  await releaseConversations(world.deps, 'first');
  expect(await load()).toMatchObject({
    status: 'waiting',
    operatorId: null,
    handoff: 'asked',
    waitingSince: minutesAfter(3),
  });
});
