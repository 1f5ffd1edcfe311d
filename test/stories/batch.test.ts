import { TimedTalk } from '../support/timed-talk';

const MINE = '13904751111';
let talk: TimedTalk;
beforeEach(() => (talk = new TimedTalk()));

async function begin(words = '我是保康镇的网格员李强，报三户'): Promise<string> {
  const said = await talk.say(words);
  await talk.say(MINE);
  const { open } = (await talk.conversation()).state;
  return open?.slot === 'caller_name' ? talk.say('李强') : said;
}
const open = async () => (await talk.conversation()).state.open?.slot;

test('three households: the reporter is asked once, each is a ticket of its own, and all are summed up', async () => {
  expect(await begin()).toMatch(/一户一户来|第一户/);
  expect(await open()).toBe('what_happened');
  const first = await talk.say('巴图家，科左中旗保康镇东风嘎查，电话13904752222，房子漏雨塌了半边没钱修');
  expect(first).toContain('巴图');
  expect(await open()).toBe('readback');
  expect(await talk.say('对')).toMatch(/单号[^]*接着第2户[^]*还有2户/);
  await talk.say('斯琴，科左中旗保康镇巨宝山嘎查，电话13904753333，八十了一个人过，没人照看');
  expect(await open()).toBe('readback');
  await talk.say('对');
  await talk.say('赵满仓，科左中旗保康镇花灯嘎查，没电话，男人病了住院花了十几万');
  for (let turn = 0; turn < 4 && (await open()) !== 'readback'; turn += 1) await talk.say('不知道');
  const last = await talk.say('对');
  expect(last).toMatch(/一共报了3户：\n巴图，单号[\d ]+，[^\n]+\n斯琴，[^\n]+\n赵满仓/);
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
    expect([fields.caller_phone?.value, fields.caller_name?.value, subject, officeCode.slice(0, 6)]).toEqual([
      MINE,
      '李强',
      'other',
      '150521',
    ]);
  }
  expect(new Set(tickets.map(({ measure }) => measure)).size).toBeGreaterThan(1);
  const { state } = await talk.conversation();
  expect(state.flags.batch).toBeUndefined();
  expect(JSON.stringify(state).length).toBeLessThan(8_192);
});

test('what is missing of a household is asked, and put right before it is filed', async () => {
  await begin();
  await talk.say('家里断了收入，男人瘫在炕上干不了活');
  const asked: (string | undefined)[] = [];
  const answers: Readonly<Record<string, string>> = {
    current_address: '科左中旗保康镇东风嘎查', subject_name: '包玉柱', subject_phone: '13904754444',
  }; // prettier-ignore
  for (let turn = 0; turn < 6 && (await open()) !== 'readback'; turn += 1) {
    const slot = (await open()) ?? '';
    asked.push(slot);
    await talk.say(answers[slot] ?? '不知道');
  }
  expect(asked).toEqual(expect.arrayContaining(['subject_name', 'subject_phone']));
  expect(new Set(asked).size).toBe(asked.length);
  await talk.say('名字错了，是包玉林');
  await talk.say('对');
  const [ticket] = await talk.tickets();
  expect(ticket?.fields).toMatchObject({
    subject_name: { value: '包玉林' },
    subject_phone: { value: '13904754444' },
    caller_phone: { value: MINE },
  });
});

test.each(['就这些', '没了', '剩下的明天再报'])(
  'who stops early with "%s" has filed those that were complete',
  async (words) => {
    await begin();
    await talk.say('巴图家，科左中旗保康镇东风嘎查，电话13904752222，房子漏雨塌了半边没钱修');
    await talk.say('对');
    expect(await talk.say(words)).toMatch(/一共报了1户/);
    expect(await talk.tickets()).toHaveLength(1);
    expect((await talk.conversation()).state).toMatchObject({ dialog: null, open: null });
  },
);

test('one that waits for its yes is complete, and goes too', async () => {
  await begin();
  await talk.say('巴图家，科左中旗保康镇东风嘎查，电话13904752222，房子漏雨塌了半边没钱修');
  expect(await open()).toBe('readback');
  expect(await talk.say('就这些')).toMatch(/一共报了1户/);
});

test('one that is half told is left out, and that is said', async () => {
  await begin('我是网格员，报两户');
  await talk.say('房子漏雨塌了半边没钱修');
  expect(await talk.say('算了，不报了')).toMatch(/还没说全|一户都没报/);
  expect(await talk.tickets()).toEqual([]);
});

test('how many is not said: it goes on until there are no more', async () => {
  await begin('我们嘎查有好几户要报，我是嘎查达');
  await talk.say('巴图家，科左中旗保康镇东风嘎查，电话13904752222，房子漏雨塌了半边没钱修');
  expect(await talk.say('对')).toContain('没有了就说就这些');
  expect(await talk.say('没了')).toMatch(/一共报了1户/);
});

test('words about a household that is filed go to its ticket', async () => {
  await begin();
  await talk.say('巴图家，科左中旗保康镇东风嘎查，电话13904752222，房子漏雨塌了半边没钱修');
  await talk.say('对');
  await talk.say('第一户电话错了，是13904759999');
  const [ticket] = await talk.tickets();
  expect(ticket?.fields.subject_phone?.value).toBe('13904759999');
  expect(await open()).toBe('what_happened');
});

test('who falls silent in the middle loses nothing: what is filed is filed, the open one goes as it stands', async () => {
  await begin();
  await talk.say('巴图家，科左中旗保康镇东风嘎查，电话13904752222，房子漏雨塌了半边没钱修');
  await talk.say('对');
  await talk.say('斯琴，科左中旗保康镇巨宝山嘎查，电话13904753333，八十了一个人过，没人照看');
  await talk.wait(5 * 1440);
  expect(await talk.tickets()).toHaveLength(2);
  await talk.say('赵满仓，科左中旗保康镇花灯嘎查，男人病了住院花了十几万，没钱交');
  for (let turn = 0; turn < 4 && (await open()) !== 'readback'; turn += 1) await talk.say('不知道');
  expect(await talk.say('对')).toMatch(/一共报了3户/);
});

test('a neighbour with one household is no batch', async () => {
  await talk.say('我是网格员，我们嘎查有一户困难，房子塌了，在科左中旗保康镇');
  expect((await talk.conversation()).state.flags.batch).toBeUndefined();
});
