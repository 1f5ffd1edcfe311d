import { TimedTalk } from '../support/timed-talk';

const DAY = 1440;
const URGENT = '家里断顿了，孩子一天没吃饭，炕也是凉的，今晚没法过';

let talk: TimedTalk;
beforeEach(() => (talk = new TimedTalk()));

async function begin(): Promise<void> {
  await talk.say('我在科左中旗保康镇东风嘎查，家里没收入，老伴瘫在炕上，想申请低保');
}

test('half an hour of silence brings one kind sentence, and no second one', async () => {
  await begin();
  expect(await talk.wait(29)).toBe('');
  expect(await talk.wait(2)).toContain('您说到一半');
  expect(await talk.wait(2 * DAY)).toBe('');
});

test('who speaks on meanwhile is not reminded; a second silence has its own reminder', async () => {
  await begin();
  await talk.wait(20);
  await talk.say('我叫王秀兰');
  expect(await talk.wait(20)).toBe('');
  expect(await talk.wait(15)).toContain('您说到一半');
  await talk.say('13904751234');
  expect(await talk.wait(31)).toContain('您说到一半');
});

test('nobody is reminded at night: it waits for seven in the morning', async () => {
  talk.now = new Date('2026-03-10T13:50:00Z'); // 21:50
  await begin();
  expect(await talk.wait(9 * 60)).toBe('');
  expect(await talk.wait(15)).toContain('您说到一半');
  expect(talk.now).toEqual(new Date('2026-03-10T23:05:00Z'));
});

test('a channel on which we cannot speak unasked gets no reminder, but the end all the same', async () => {
  talk = new TimedTalk('telephone');
  await begin();
  expect(await talk.wait(2 * DAY)).toBe('');
  expect(await talk.wait(2 * DAY)).toContain('先把知道的报上去');
});

test('after three days the case is filed as it stands, once, and marked as not confirmed', async () => {
  await begin();
  await talk.say('我叫王秀兰，电话13904751234');
  const said = await talk.wait(4 * DAY);
  expect(said).toMatch(/您说到一半[^]*先把知道的报上去[^]*单号/);
  const tickets = await talk.tickets();
  expect(tickets).toHaveLength(1);
  expect(tickets[0]).toMatchObject({ measure: 'M01', needsPerson: true, urgency: 'normal' });
  expect(tickets[0]?.routingReason).toContain('没有确认');
  expect(tickets[0]?.fields.caller_phone).toMatchObject({ value: '13904751234', confirmed: false });
  const found = await talk.record.tickets.byNumber(tickets[0]?.number ?? '');
  expect(found?.history[0]).toMatchObject({ action: 'file', actor: 'service', data: { unconfirmed: true } });
  expect((await talk.conversation()).status).toBe('ended');
});

test('who comes back after that hears of it, and may confirm it or put it right', async () => {
  await begin();
  await talk.say('我叫王秀兰，电话13904751234');
  await talk.wait(4 * DAY);
  expect(await talk.say('我回来了')).toMatch(/先替您报了，单号[^]*对不对/);
  expect(await talk.say('对')).toContain('就按这个办');
  expect(await talk.say('电话错了，是13904755678')).not.toContain('什么难处');
  const [ticket, ...more] = await talk.tickets();
  expect(more).toEqual([]);
  expect(ticket?.fields.caller_phone?.value).toBe('13904755678');
});

test('a no that says at once what is right goes into the ticket', async () => {
  await begin();
  await talk.say('我叫王秀兰，电话13904751234，家里两口人');
  await talk.wait(4 * DAY);
  await talk.say('嗯我回来了');
  await talk.say('不对，是三口人');
  expect((await talk.tickets())[0]?.fields.household_size?.value).toBe(3);
});

test('too little to act on: left kindly, kept, and taken up again weeks later with one line of what it was', async () => {
  await talk.say('想申请低保');
  expect(await talk.wait(4 * DAY)).toContain('这件我先不报');
  expect(await talk.tickets()).toEqual([]);
  expect((await talk.conversation()).status).toBe('ended');
  await talk.wait(20 * DAY);
  const back = await talk.say('你好，我回来了');
  expect(back).toMatch(/上次说到[^\n]*低保/);
  expect(back.split('\n').length).toBeLessThanOrEqual(3);
  expect((await talk.conversation()).state.open).not.toBeNull();
  expect((await talk.conversation()).status).toBe('bot');
});

test('an answer after two days is taken as one, behind one line of what was spoken of', async () => {
  await begin();
  expect((await talk.conversation()).state.open?.slot).toBe('registered_address');
  await talk.wait(2 * DAY);
  expect(await talk.say('一样')).toMatch(/^上次说到/);
  expect((await talk.conversation()).state.fields.registered_address?.status).toBe('given');
  expect(await talk.say('王秀兰')).not.toContain('上次说到');
});

test('an urgent case: reminded after ten minutes, an operator after fifteen, filed after an hour', async () => {
  await talk.say('娃住院等着交钱做手术，钱不够医院要停药了，我在科左中旗保康镇');
  const state = (await talk.conversation()).state;
  expect(state.needs[0]?.urgency).toBe('urgent');
  expect(await talk.wait(11)).toContain('您说到一半');
  expect((await talk.conversation()).status).toBe('bot');
  await talk.wait(5);
  expect(await talk.conversation()).toMatchObject({ status: 'waiting', handoff: 'silent' });
  expect(talk.events).toContainEqual(expect.objectContaining({ type: 'conversation', status: 'waiting' }));
  expect(await talk.wait(50)).toContain('先把知道的报上去');
  expect(await talk.tickets()).toHaveLength(1);
});

test('the lane of first aid calls an operator too, at any hour', async () => {
  talk.now = new Date('2026-03-10T15:00:00Z'); // 23:00
  await talk.say(URGENT);
  expect(['waiting', 'bot']).toContain((await talk.conversation()).status);
  expect(await talk.wait(30)).not.toContain('您说到一半');
  expect((await talk.conversation()).status).toBe('waiting');
});

test('in danger nobody is reminded: whoever is on duty is woken instead', async () => {
  await talk.say('我男人拿刀要砍我，快救命');
  expect(await talk.wait(10)).toBe('');
  expect(talk.logger.lines.filter(({ event }) => event === 'conversation.silent_in_danger')).toHaveLength(1);
  await talk.wait(2 * DAY);
  expect(talk.logger.lines.filter(({ event }) => event === 'conversation.silent_in_danger')).toHaveLength(1);
});

test('an operator who leaves somebody in danger without an answer is not the end of it', async () => {
  await talk.say('我男人拿刀要砍我，快救命');
  const before = await talk.conversation();
  await talk.record.conversations.commitTurn({
    conversation: { ...before, status: 'human', operatorId: 'op', version: before.version + 1 },
    expectedVersion: before.version, messages: [], newTickets: [], ticketChanges: [], outbox: [],
  }); // prettier-ignore
  await talk.say('他在砸门');
  await talk.wait(10);
  expect(talk.logger.lines.map(({ event }) => event)).toEqual(['conversation.unanswered_in_danger']);
});

test('who accuses somebody decides alone whether it is sent', async () => {
  await talk.say('我要举报，奈曼旗大沁他拉镇的村主任把低保给了他亲戚');
  await talk.wait(5 * DAY);
  expect(await talk.tickets()).toEqual([]);
});

test('who stops adding to a filed case is not told that nothing was filed', async () => {
  await begin();
  await talk.say('我叫王秀兰，电话13904751234');
  await talk.wait(4 * DAY);
  await talk.say('对');
  await talk.say('还缺什么');
  expect((await talk.conversation()).state.open).not.toBeNull();
  expect(await talk.wait(60)).toContain('您说到一半');
  expect(await talk.wait(5 * DAY)).toBe('');
  expect(await talk.conversation()).toMatchObject({ status: 'ended', wakeAt: null, state: { open: null } });
  expect(await talk.tickets()).toHaveLength(1);
});

test('a finished talk is left in peace', async () => {
  await talk.say('你好');
  await talk.say('谢谢，再见');
  expect((await talk.conversation()).wakeAt).toBeNull();
  expect(await talk.wait(5 * DAY)).toBe('');
});

test('a dialog that is gone with a new version: the talk goes on from what is known', async () => {
  await begin();
  await talk.wait(60);
  const before = await talk.conversation();
  await talk.record.conversations.commitTurn({
    conversation: {
      ...before,
      state: { ...before.state, dialog: { id: 'of-yesterday', version: 1, step: 'x' }, open: { slot: 'gone', kind: 'ask', tries: 0 } },
      version: before.version + 1,
    },
    expectedVersion: before.version, messages: [], newTickets: [], ticketChanges: [], outbox: [],
  }); // prettier-ignore
  const back = await talk.say('我回来了');
  expect(back).toContain('上次说到');
  expect((await talk.conversation()).state.open).not.toBeNull();
});
