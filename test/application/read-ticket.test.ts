import { createReadConversations } from '../../src/application/read-conversations';
import { createReadTicket } from '../../src/application/read-ticket';
import type { Actor, Role } from '../../src/domain/access/actor';
import { initialState } from '../../src/domain/dialogs/initial-state';
import { JobWorld } from '../support/job-world';
import { aConversation, aMessage, aTicket } from '../support/records';

const TOWN = '150521100';
const NEIGHBOUR = '150521101';
const HELP = '10000007';
const COMPLAINT = '48213097';
const actor = (role: Role, officeCode: string | null): Actor => ({ id: role, name: '', role, officeCode });

/** One talk: help in 保康镇 first, then a complaint about 保康镇, which the league has. */
const TALK = [
  ['citizen', '家里没收入了'],
  ['bot', `单号${HELP}`, [HELP]],
  ['citizen', '保康镇的干部收了我的钱'],
  ['bot', `单号${COMPLAINT}`, [COMPLAINT]],
  ['citizen', '两件都怎么样了'],
  ['bot', `单号${HELP}：正在办`],
  ['bot', `单号${COMPLAINT}：正在办`],
] as const;

let world: JobWorld;
beforeEach(async () => {
  world = new JobWorld();
  const help = aTicket({ caseId: 'help', said: { from: 0, to: 1 }, assistOffices: [NEIGHBOUR] });
  const complaint = aTicket({
    number: COMPLAINT, caseId: 'complaint', said: { from: 2, to: 3 }, act: 'complaint', officeCode: '1505', against: TOWN,
  }); // prettier-ignore
  await world.record.conversations.commitTurn({
    conversation: aConversation({
      nextSeq: TALK.length,
      measure: 'M05',
      state: { ...initialState('zh'), fields: { what_happened: { value: '收了我的钱', status: 'given' } } },
    }),
    expectedVersion: null,
    messages: TALK.map(([author, text, tickets], seq) =>
      aMessage({ seq, author, text, ...(tickets && { say: { step: 'filed', tickets } }) }),
    ),
    newCase: { id: 'help', createdAt: world.now },
    newTickets: [help, complaint].map((ticket) => ({ ticket, history: [] })),
    ticketChanges: [],
    outbox: [],
  });
});

const deps = () => ({
  ...world.deps,
  staff: { byId: () => Promise.resolve(undefined) },
  audit: { append: () => Promise.resolve(), list: () => Promise.resolve({ items: [] }) },
  isWithin: (office: string, scope: string) => office.startsWith(scope),
});
const read = async (who: Actor, number: string) => (await createReadTicket(deps())(who, number)).messages;
const texts = (messages: readonly { text: string }[]) => messages.map(({ text }) => text);
const OF_HELP = [0, 1, 5].map((seq) => TALK[seq]?.[1]);
const OF_COMPLAINT = [2, 3, 6].map((seq) => TALK[seq]?.[1]);

test.each([
  ['the township', actor('officer', TOWN)],
  ['an office that assists', actor('officer', NEIGHBOUR)],
  ['the county', actor('supervisor', '150521')],
])('%s reads of its own ticket nothing of the complaint', async (_who, who) => {
  const messages = await read(who, HELP);
  expect(texts(messages)).toEqual(OF_HELP);
  expect(JSON.stringify(messages)).not.toContain(COMPLAINT);
});

test('the league has the complaint and what belongs to it', async () => {
  expect(texts(await read(actor('officer', '1505'), COMPLAINT))).toEqual(OF_COMPLAINT);
});

test('the township does not find the complaint', async () => {
  await expect(read(actor('officer', TOWN), COMPLAINT)).rejects.toMatchObject({ code: 'not_found' });
});

describe('the conversation', () => {
  const one = (who: Actor) => createReadConversations(deps()).one(who, 'conversation-1');

  test.each([
    ['operators', actor('operator', null)],
    ['the region', actor('supervisor', null)],
    ['the league, which has both tickets under it', actor('supervisor', '1505')],
  ])('is whole for %s', async (_who, who) => {
    const { messages, tickets, conversation } = await one(who);
    expect(messages).toHaveLength(TALK.length);
    expect(tickets).toHaveLength(2);
    expect(conversation.state.fields).toHaveProperty('what_happened');
  });

  test('is for the county what belongs to its ticket', async () => {
    const { messages, tickets, conversation } = await one(actor('supervisor', '150521'));
    expect(texts(messages)).toEqual(OF_HELP);
    expect(tickets.map(({ number }) => number)).toEqual([HELP]);
    expect(conversation).toMatchObject({ measure: null, state: { fields: {} } });
  });
});
