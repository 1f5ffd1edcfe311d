import { groupTicketNumber } from '../../src/domain/tickets/ticket-number';
import { TimedTalk } from '../support/timed-talk';

const PHONE = '13904751234';
let talk: TimedTalk;
beforeEach(() => (talk = new TimedTalk()));

/** Files a case in the first conversation and gives its number. */
async function file(): Promise<string> {
  await talk.say(
    `我叫王秀兰，电话${PHONE}，在科左中旗保康镇东风嘎查，家里没收入，老伴瘫在炕上，想申请低保`,
    'web',
  );
  await talk.wait(4 * 1440);
  const [ticket] = await talk.tickets('web');
  if (!ticket) throw new Error('nothing was filed');
  return ticket.number;
}
const ticketOf = async (number: string) => {
  const found = await talk.record.tickets.byNumber(number);
  if (!found) throw new Error('there is no such ticket');
  return found;
};
/** Begins a case without filing it, and gives the code with which it goes on elsewhere. */
async function begin(id = 'web', phone = PHONE): Promise<string> {
  await talk.say(
    `我叫王秀兰，电话${phone}，在科左中旗保康镇东风嘎查，家里没收入，老伴瘫在炕上，想申请低保`,
    id,
  );
  const said = await talk.say('我先去忙了，晚上再接着说', id);
  const code = /接续码：(\d{3} \d{3})/.exec(said)?.[1];
  if (code === undefined) throw new Error(said);
  return code;
}

describe('a filed case, from another channel', () => {
  test('number and telephone make it theirs: what is added goes to that ticket', async () => {
    const number = await file();
    const said = await talk.say(`单号${groupTicketNumber(number)}，电话${PHONE}`, 'wechat');
    expect(said).toContain('电话对上了');
    expect(await talk.say('补充一下，孩子上个月也病了', 'wechat')).toMatch(/记上|看到/);
    const { history } = await ticketOf(number);
    expect(history).toContainEqual(
      expect.objectContaining({ action: 'note', actor: 'citizen', note: '补充一下，孩子上个月也病了' }),
    );
    expect(await talk.tickets('wechat')).toEqual([]);
  });

  test('the telephone may come afterwards', async () => {
    const number = await file();
    expect(await talk.say(`我有个单号${number}，办到哪了`, 'wechat')).toContain('留的电话');
    expect(await talk.say(PHONE, 'wechat')).toContain('电话对上了');
    expect((await talk.conversation('wechat')).state.tickets).toEqual([number]);
  });

  test('all in one message: number, telephone, and what is to be added', async () => {
    const number = await file();
    await talk.say(`单号${number}电话${PHONE}，补充一下，我家还有两个孩子上学`, 'wechat');
    expect((await ticketOf(number)).history.at(-1)?.note).toContain('两个孩子');
  });

  test('the telephone and the place can be put right', async () => {
    const number = await file();
    await talk.say(`单号${number}，电话${PHONE}`, 'wechat');
    await talk.say('电话错了，是13904755678', 'wechat');
    expect((await ticketOf(number)).ticket.fields.caller_phone?.value).toBe('13904755678');
    expect(await talk.record.tickets.phoneMatches(number, '13904755678')).toBe(true);
    await talk.say('地址写错了，是科左中旗舍伯吐镇', 'wechat');
    const { ticket, history } = await ticketOf(number);
    expect(String(ticket.fields.current_address?.value)).toContain('舍伯吐');
    expect(ticket.officeCode).not.toBe('150521100');
    expect(history.some(({ action, actor }) => action === 'transfer' && actor === 'citizen')).toBe(true);
  });

  test('what is missing is asked one by one, answered into the ticket, and ends', async () => {
    const number = await file();
    await talk.say(`单号${number}，电话${PHONE}`, 'wechat');
    let said = await talk.say('还缺什么', 'wechat');
    expect(said).toMatch(/[?？]/);
    const asked: string[] = [];
    for (let turn = 0; turn < 20 && !said.includes('该说的都有了'); turn += 1) {
      const slot = (await talk.conversation('wechat')).state.open?.slot ?? '';
      expect(asked).not.toContain(slot);
      asked.push(slot);
      said = await talk.say(slot === 'household_size' ? '四口人' : '不知道', 'wechat');
    }
    expect(said).toContain('该说的都有了');
    const { fields } = (await ticketOf(number)).ticket;
    expect(fields.household_size?.value).toBe(4);
    for (const slot of asked) expect(fields[slot]).toBeDefined();
    expect((await talk.conversation('wechat')).state.open).toBeNull();
  });

  test.each(['先这样吧', '行了就这样', '算了', '没别的了'])(
    'who has had enough of what is missing (%s) is left in peace',
    async (words) => {
      const number = await file();
      await talk.say(`单号${number}，电话${PHONE}`, 'wechat');
      await talk.say('还缺啥', 'wechat');
      expect(await talk.say(words, 'wechat')).toMatch(/记上|看到/);
      expect((await talk.conversation('wechat')).state.open).toBeNull();
    },
  );

  test('the wrong telephone shows nothing personal and changes nothing', async () => {
    const number = await file();
    const before = (await ticketOf(number)).history.length;
    const said = await talk.say(`单号${number}，电话13999999999，补充一下，把钱打到我这儿`, 'wechat');
    expect(said).toContain('没对上');
    expect(said).not.toMatch(/王秀兰|瘫|东风/);
    expect((await ticketOf(number)).history).toHaveLength(before);
    expect((await talk.conversation('wechat')).state.tickets).toEqual([]);
    await talk.say('还缺什么', 'wechat');
    expect((await talk.conversation('wechat')).state.open).toBeNull();
  });

  test('nobody tries one telephone after the other', async () => {
    const number = await file();
    let left = 3;
    const mayLookUp = () => Promise.resolve((left -= 1) >= 0);
    for (let turn = 0; turn < 3; turn += 1)
      await talk.say(`单号${number}，电话1399999999${turn}`, 'wechat', { mayLookUp });
    expect(await talk.say(`单号${number}，电话${PHONE}`, 'wechat', { mayLookUp })).toContain('太多');
    expect((await talk.conversation('wechat')).state.tickets).toEqual([]);
  });
});

describe('a case that was not filed, from another channel', () => {
  test('telephone and code: one line of what it was, its open question, and one ticket in the end', async () => {
    const code = await begin();
    const { open, needs } = (await talk.conversation('web')).state;
    const said = await talk.say(`我刚才在网上说到一半，电话${PHONE}，接续码${code}`, 'phone');
    expect(said).toMatch(/^上次说到/);
    const here = (await talk.conversation('phone')).state;
    expect([here.open?.slot, here.needs, here.fields.caller_name?.value]).toEqual([
      open?.slot,
      needs,
      '王秀兰',
    ]);
    expect(await talk.conversation('web')).toMatchObject({
      status: 'ended',
      wakeAt: null,
      state: { dialog: null, fields: {} },
    });
    await talk.wait(6 * 1440);
    expect(await talk.tickets('web')).toEqual([]);
    expect(await talk.tickets('phone')).toHaveLength(1);
  });

  test('asked for one after the other, and said as people say it', async () => {
    const code = await begin();
    expect(await talk.say('我昨天在微信上填了一半，能接着吗', 'phone')).toContain('电话');
    expect(await talk.say(PHONE, 'phone')).toContain('接续码');
    const han = code.replace(/\d/g, (digit) => '零一二三四五六七八九'[Number(digit)] ?? '');
    expect(await talk.say(`是${han}`, 'phone')).toContain('上次说到');
  });

  test('the reminder tells the code, and only where there is a telephone to find the case by', async () => {
    await talk.say('我在科左中旗保康镇东风嘎查，家里没收入，想申请低保');
    expect(await talk.wait(35)).not.toContain('接续码');
    await talk.say(`电话${PHONE}`);
    expect(await talk.wait(35)).toMatch(/接续码：\d{3} \d{3}/);
  });

  test('the same words whether the telephone is unknown or the code is wrong, and nothing of the case', async () => {
    await begin();
    const wrong = await talk.say(`我刚才在网上说到一半，电话${PHONE}，接续码000 001`, 'a');
    const unknown = await talk.say('我刚才在网上说到一半，电话13999999999，接续码000 001', 'b');
    expect(wrong).toBe(unknown);
    expect(wrong).not.toMatch(/王秀兰|低保|保康/);
  });

  test('after five wrong codes, from wherever they come, the right one is dead too; a new one is given to the person', async () => {
    const code = await begin();
    for (let turn = 0; turn < 5; turn += 1)
      await talk.say(`我在网上说到一半，电话${PHONE}，接续码00000${turn}`, `stranger-${turn}`);
    expect(await talk.say(`我在网上说到一半，电话${PHONE}，接续码${code}`, 'phone')).toContain('没对上');
    const fresh = /接续码：(\d{3} \d{3})/.exec(await talk.say('我先去忙了，晚上再接着说', 'web'))?.[1];
    expect(fresh).not.toBe(code);
    expect(await talk.say(`我在网上说到一半，电话${PHONE}，接续码${fresh}`, 'other')).toContain('上次说到');
  });

  test('nobody draws the wrong codes to a case of their own under the same telephone', async () => {
    await begin('web');
    await talk.wait(1);
    await begin('decoy');
    const fails = async (id: string) => Number((await talk.conversation(id)).state.flags.resumeFails ?? 0);
    for (let turn = 0; turn < 40 && (await fails('web')) < 5; turn += 1) {
      await talk.say(`我在网上说到一半，电话${PHONE}，接续码00000${turn % 10}`, `stranger-${turn}`);
      // A new code for one's own case sets its count back.
      if ((await fails('decoy')) >= 4) {
        await talk.say('我先去忙了，晚上再接着说', 'decoy');
        await talk.say(`我在网上说到一半，电话${PHONE}，接续码000 001`, `again-${turn}`);
      }
    }
    expect(await fails('web')).toBe(5);
  });

  test('the ticket holds what is said here, whatever was filed there before', async () => {
    await file();
    await talk.say('还有一件事，房子漏雨没法住，想申请临时救助', 'web');
    const code = /接续码：(\d{3} \d{3})/.exec(await talk.say('我先去忙了，晚上再接着说', 'web'))?.[1];
    await talk.say(`我刚才在网上说到一半，电话${PHONE}，接续码${code}`, 'phone');
    await talk.wait(6 * 1440);
    const { nextSeq } = await talk.conversation('phone');
    const said = (await talk.tickets('phone')).map((ticket) => ticket.said);
    expect(said).toHaveLength(1);
    expect(said[0]?.from).toBeLessThan(nextSeq);
    expect(said[0]?.from).toBeLessThanOrEqual(said[0]?.to ?? -1);
  });

  test('who waits for a person keeps their place and their urgency', async () => {
    const code = await begin();
    const before = await talk.conversation('web');
    const waitingSince = new Date(talk.now.getTime() - 600_000);
    await talk.record.conversations.commitTurn({
      conversation: { ...before, status: 'waiting', handoff: 'asked', urgency: 'urgent', waitingSince, version: before.version + 1 },
      expectedVersion: before.version, messages: [], newTickets: [], ticketChanges: [], outbox: [],
    }); // prettier-ignore
    await talk.say(`我刚才在网上说到一半，电话${PHONE}，接续码${code}`, 'phone');
    expect(await talk.conversation('phone')).toMatchObject({
      status: 'waiting',
      handoff: 'asked',
      urgency: 'urgent',
      waitingSince,
    });
    expect(await talk.conversation('web')).toMatchObject({ status: 'ended', waitingSince: null });
  });

  test('a name and a telephone alone open nothing', async () => {
    await begin();
    const said = await talk.say(`我叫王秀兰，刚才在网上说到一半，电话${PHONE}`, 'phone');
    expect(said).toContain('接续码');
    expect(await talk.say('没有码', 'phone')).toContain('从头说一遍');
    expect((await talk.conversation('web')).state.dialog).not.toBeNull();
  });

  test('who turns to a need of their own instead is heard', async () => {
    expect(await talk.say('我刚才在网上说到一半', 'phone')).toContain('电话');
    await talk.say('算了，我家房子漏雨没法住，想申请救助', 'phone');
    expect((await talk.conversation('phone')).state.needs).not.toEqual([]);
  });

  test('two who come with the code at once: one gets it', async () => {
    const code = await begin();
    const words = `我刚才在网上说到一半，电话${PHONE}，接续码${code}`;
    const said = await Promise.all([talk.say(words, 'one'), talk.say(words, 'two')]);
    expect(said.filter((text) => text.includes('上次说到'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('没对上'))).toHaveLength(1);
  });

  test('while an operator has it, it goes on where it is', async () => {
    const code = await begin();
    const before = await talk.conversation('web');
    await talk.record.conversations.commitTurn({
      conversation: { ...before, status: 'human', operatorId: 'op', version: before.version + 1 },
      expectedVersion: before.version, messages: [], newTickets: [], ticketChanges: [], outbox: [],
    }); // prettier-ignore
    const said = await talk.say(`我刚才在网上说到一半，电话${PHONE}，接续码${code}`, 'phone');
    expect(said).toContain('原来的地方');
    expect((await talk.conversation('phone')).state.needs).toEqual([]);
  });
});
