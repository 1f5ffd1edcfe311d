import { A, B, createWorld, type World } from './world';
import { aConversation, aLine, aMessage, aTicket, minutesAfter } from '../../support/records';

/** A citizen asks 保康镇 for help, then complains about it in the same talk; the county has the complaint. */
const HELP = '53310964';
const COMPLAINT = '20000009';
const ID = 'talk-of-two';
let world: World;

beforeAll(async () => {
  world = await createWorld();
  const { conversations } = world.service.record;
  const texts = [
    ['citizen', '家里没收入了'],
    ['bot', `单号${HELP}`, [HELP]],
    ['citizen', '保康镇的人收了我的钱'],
    ['bot', `单号${COMPLAINT}`, [COMPLAINT]],
  ] as const;
  const messages = texts.map(([author, text, tickets], seq) =>
    aMessage({ conversationId: ID, seq, author, text, ...(tickets && { say: { step: 'filed', tickets } }) }),
  );
  const help = aTicket({ number: HELP, caseId: 'two-help', conversationId: ID, said: { from: 0, to: 1 } });
  const complaint = aTicket({
    number: COMPLAINT,
    caseId: 'two-complaint',
    conversationId: ID,
    act: 'complaint',
    officeCode: '150521',
    against: A,
    said: { from: 2, to: 3 },
    createdAt: minutesAfter(5),
  });
  for (const [index, ticket] of [help, complaint].entries()) {
    const result = await conversations.commitTurn({
      conversation: aConversation({
        id: ID,
        channel: 'directline',
        version: index + 1,
        nextSeq: 2 * (index + 1),
      }),
      expectedVersion: index === 0 ? null : index,
      messages: messages.slice(2 * index, 2 * index + 2),
      newCase: { id: ticket.caseId, createdAt: ticket.createdAt },
      newTickets: [{ ticket, history: [aLine()] }],
      ticketChanges: [],
      outbox: [],
    });
    expect(result).toBe('committed');
  }
});
afterAll(() => world.service.stop());

test('the township reads of its ticket nothing of the complaint about it, by no road', async () => {
  const { status, body } = await world.api('officer A', 'GET', `/tickets/${HELP}`);
  expect(status).toBe(200);
  expect(body.messages.map(({ text }: { text: string }) => text)).toEqual(['家里没收入了', `单号${HELP}`]);
  const unmasked = await world.api(
    'officer A',
    'GET',
    `/tickets/${HELP}?unmask=${encodeURIComponent('联系')}`,
  );
  for (const answer of [body, unmasked.body]) {
    expect(JSON.stringify(answer)).not.toContain(COMPLAINT);
    expect(JSON.stringify(answer)).not.toContain('收了我的钱');
  }
  expect((await world.api('officer A', 'GET', `/tickets/${COMPLAINT}`)).status).toBe(404);
});

test.each(['transfer', 'assist', 'escalate'])('%s to the office complained of is refused', async (step) => {
  const path = `/tickets/${COMPLAINT}/${step}`;
  const refused = await world.api('supervisor', 'POST', path, { reason: '归你们', officeCode: A });
  expect(refused).toMatchObject({ status: 400 });
  expect((await world.service.record.tickets.byNumber(COMPLAINT))?.ticket).toMatchObject({
    officeCode: '150521',
    assistOffices: [],
    against: A,
  });
});

test('another office may have it', async () => {
  const path = `/tickets/${COMPLAINT}/transfer`;
  const moved = await world.api('supervisor', 'POST', path, { reason: '请核实', officeCode: B });
  expect(moved).toMatchObject({ status: 200, body: { office: { code: B } } });
});
