import { TimedTalk } from '../support/timed-talk';

const MINE = '13904751111';
const FIRST = '巴图家，科左中旗保康镇东风嘎查，电话13904752222，房子漏雨塌了半边没钱修';
const SECOND = '斯琴，科左中旗保康镇巨宝山嘎查，电话13904753333，八十了一个人过，没人照看';
const THIRD = '赵满仓，科左中旗保康镇花灯嘎查，没电话，男人病了住院花了十几万';
let talk: TimedTalk;
beforeEach(() => (talk = new TimedTalk()));

const begin = (words = '我是保康镇的网格员李强，报三户') => talk.say(words);
const open = async () => (await talk.conversation()).state.open?.slot;

/** Answers what is still asked, until the household is read back; what was asked. */
async function answerRest(answers: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const known: Readonly<Record<string, string>> = { caller_phone: MINE, caller_name: '李强', ...answers };
  const asked: string[] = [];
  for (let turn = 0; turn < 8 && (await open()) !== 'readback'; turn += 1) {
    const slot = (await open()) ?? '';
    asked.push(slot);
    await talk.say(known[slot] ?? '不知道');
  }
  return asked;
}
async function household(words: string, answers: Readonly<Record<string, string>> = {}): Promise<string> {
  await talk.say(words);
  await answerRest(answers);
  return talk.say('对');
}

test('three households: the reporter is asked once, each is a ticket of its own, and all are summed up', async () => {
  expect(await begin()).toMatch(/3户[^]*第一户/);
  expect(await open()).toBe('what_happened');
  await talk.say(FIRST);
  expect(await answerRest()).toEqual(['caller_phone']);
  expect(await talk.say('对')).toMatch(/单号[^]*接着第2户[^]*还有2户/);
  await talk.say(SECOND);
  expect(await open()).toBe('readback');
  await talk.say('对');
  const last = await household(THIRD);
  expect(last).toMatch(/一共报了3户：\n巴图，单号[\d ]+\n斯琴，单号[\d ]+\n赵满仓/);
  const tickets = await talk.tickets();
  expect(tickets).toHaveLength(3);
  expect(new Set(tickets.map(({ caseId }) => caseId)).size).toBe(3);
  expect(tickets.map(({ fields }) => fields.subject_name?.value)).toEqual(['巴图', '斯琴', '赵满仓']);
  expect(tickets.map(({ fields }) => fields.subject_phone?.status)).toEqual(['given', 'given', 'unknown']);
  expect(tickets.map(({ fields }) => fields.subject_phone?.value)).toEqual([
    '13904752222',
    '13904753333',
    null,
  ]);
  for (const { fields, subject, officeCode } of tickets) {
    expect([fields.caller_phone?.value, fields.caller_name?.value]).toEqual([MINE, '李强']);
    expect([subject, officeCode.slice(0, 6)]).toEqual(['other', '150521']);
    expect(String(fields.what_happened?.value)).not.toContain('；');
  }
  expect(new Set(tickets.map(({ measure }) => measure)).size).toBeGreaterThan(1);
  const { state } = await talk.conversation();
  expect(state.flags.batch).toBeUndefined();
  expect(JSON.stringify(state).length).toBeLessThan(8_192);
});

test('what is missing of a household is asked, each once, and put right before it is filed', async () => {
  await begin('我是社区网格员，我们这有两户困难的要报');
  await talk.say('男人瘫在炕上干不了活，媳妇跑了，孩子没钱上学');
  const asked = await answerRest({
    current_address: '科左中旗保康镇东风嘎查', subject_name: '姓包，叫包玉柱', subject_phone: '13904754444',
  }); // prettier-ignore
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked).toEqual(['current_address', 'subject_name', 'subject_phone', 'caller_phone', 'caller_name']);
  await talk.say('名字错了，是包玉林');
  await talk.say('对');
  const [ticket] = await talk.tickets();
  expect(ticket?.measure).not.toBe('M12');
  expect(ticket?.fields).toMatchObject({
    subject_name: { value: '包玉林' }, subject_phone: { value: '13904754444' },
    caller_phone: { value: MINE }, caller_name: { value: '李强' },
  }); // prettier-ignore
});

test('a reporter who will leave no telephone is not asked again, and it is no part of the story', async () => {
  await begin();
  await talk.say(FIRST);
  await answerRest({ caller_phone: '不方便留电话' });
  await talk.say('对');
  await talk.say(SECOND);
  expect(await open()).toBe('readback');
  await talk.say('对');
  for (const { fields } of await talk.tickets()) {
    expect(fields.what_happened?.value).not.toContain('不方便');
    expect(fields.caller_phone?.value ?? null).toBeNull();
  }
});

test.each(['就这些', '没了', '剩下的明天再报', '先报这些吧'])(
  'who stops early with "%s" has filed those that were complete',
  async (words) => {
    await begin();
    await household(FIRST);
    expect(await talk.say(words)).toMatch(/一共报了1户/);
    expect(await talk.tickets()).toHaveLength(1);
    expect((await talk.conversation()).state).toMatchObject({ dialog: null, open: null });
  },
);

test('one that waits for its yes is complete, and goes too', async () => {
  await begin();
  await talk.say(FIRST);
  await answerRest();
  expect(await talk.say('就这些')).toMatch(/一共报了1户/);
});

test('one that is half told is left out, and that is said', async () => {
  await begin('我是网格员，报两户');
  await talk.say('房子漏雨塌了半边没钱修');
  expect(await talk.say('算了，不报了')).toMatch(/还没说全[^]*一户都没报/);
  expect(await talk.tickets()).toEqual([]);
  expect((await talk.conversation()).state.flags.batch).toBeUndefined();
});

test('how many is not said: it goes on until there are no more', async () => {
  await begin('我们嘎查有好几户要报，我是嘎查达');
  expect(await household(FIRST)).toContain('没有了就说就这些');
  expect(await talk.say('没了')).toMatch(/一共报了1户/);
});

test('words about a household that is filed go to its ticket', async () => {
  await begin();
  await household(FIRST);
  await talk.say('第一户电话错了，是13904759999');
  const [ticket] = await talk.tickets();
  expect(ticket?.fields.subject_phone?.value).toBe('13904759999');
  expect(await open()).toBe('what_happened');
});

test('who falls silent in the middle loses nothing, and may go on days later', async () => {
  await begin();
  await household(FIRST);
  await talk.say(SECOND);
  await talk.wait(5 * 1440);
  expect(await talk.tickets()).toHaveLength(2);
  await talk.say('赵满仓，科左中旗保康镇花灯嘎查，男人病了住院花了十几万，没钱交');
  await answerRest();
  expect(await talk.say('对')).toMatch(/一共报了3户/);
});

test('who falls silent before the next household is told of files no empty one', async () => {
  await begin();
  await household(FIRST);
  expect(await open()).toBe('what_happened');
  await talk.wait(5 * 1440);
  expect(await talk.tickets()).toHaveLength(1);
});

test('in English', async () => {
  const said = await begin(
    'I am a grid worker in Baokang, Horqin Left Middle Banner. I want to report 2 households',
  );
  expect(said).toContain('The first one');
  await talk.say(
    'Batu in Baokang Town, phone 13904752222, his wife is in hospital and the bills are too high',
  );
  await answerRest();
  expect(await talk.say('yes')).toContain('household 2');
  expect(await talk.say('that is all')).toContain('1 in all');
});

test('a household in danger tonight is heard at once, and the others go on afterwards', async () => {
  await begin();
  const said = await talk.say('第一户老头把自己关屋里喝农药了，快不行了');
  expect(said).toMatch(/120/);
  expect((await talk.conversation()).status).toBe('waiting');
});

test.each([
  '我是网格员，我们嘎查有一户困难，房子塌了，在科左中旗保康镇',
  '我们村三户人家都没水吃，在科左中旗保康镇',
  '我家就两户人，想报个低保',
])('no batch: %s', async (words) => {
  await talk.say(words);
  expect((await talk.conversation()).state.flags.batch).toBeUndefined();
});
