import { ROUTES } from '../../../src/contract/routes/routes';
import * as labels from '../../../src/contract/labels';
import { problemCode } from '../../../src/contract/problem';
import { STAFF_ROLES } from '../../../src/domain/access/actor';
import { ERROR_CODES } from '../../../src/domain/errors';
import { LANES } from '../../../src/domain/tickets/lanes';
import { OUTCOME_CODES, TICKET_ACTIONS, TICKET_STATES } from '../../../src/domain/tickets/ticket';
import * as domain from '../../../src/domain/understanding/labels';
import { createWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await createWorld({ worker: true });
});
afterAll(() => world.service.stop());

test('the document names every endpoint, each with its answer and its refusal', async () => {
  const answer = await fetch(`${world.service.url}/api/openapi.json`);
  const document = (await answer.json()) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
    [...Object.keys(ROUTES), 'stream'].sort(),
  );
  for (const { responses } of operations) {
    expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
    expect(responses.default).toBeDefined();
  }
});

test.each(Object.entries(ROUTES).map(([id, route]) => [id, route] as const))(
  'the server has %s, and closes it to strangers',
  async (_id, route) => {
    const path = route.path
      .replace('{number}', '10000007')
      .replace('{code}', '150521100')
      .replace('{id}', 'x');
    const { status, body } = await world.api(
      'nobody',
      route.method.toUpperCase(),
      path,
      route.method === 'post' ? {} : undefined,
    );
    if (route.auth === 'none') expect([200, 400]).toContain(status);
    else expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthenticated' });
  },
);

test('the contract’s closed sets are the domain’s', () => {
  for (const name of [
    'measureCode',
    'language',
    'scope',
    'act',
    'urgency',
    'danger',
    'subject',
    'department',
  ] as const)
    expect(labels[name].options).toEqual(domain[name].options);
  expect(labels.ticketState.options).toEqual([...TICKET_STATES]);
  expect(labels.outcomeCode.options).toEqual([...OUTCOME_CODES]);
  expect(labels.historyAction.options).toEqual([...TICKET_ACTIONS]);
  expect(labels.role.options).toEqual([...STAFF_ROLES]);
  expect(labels.lane.options).toEqual([...LANES]);
  expect(problemCode.options).toEqual([...ERROR_CODES]);
});

test.each([
  ['officer A', 'listTickets', '/offices/150521100/tickets'],
  ['officer A', 'countLanes', '/offices/150521100/lanes'],
  ['officer A', 'readOffice', '/offices/150521100'],
  ['officer A', 'readTicket', '/tickets/48213097'],
  ['officer A', 'readMe', '/me'],
  ['operator', 'listConversations', '/conversations'],
  ['operator', 'readConversation', '/conversations/conversation-a'],
  ['operator', 'readSuggestions', '/conversations/conversation-a/suggestions'],
  ['supervisor', 'readSummary', '/reports/summary'],
  ['administrator', 'listStaff', '/staff'],
] as const)('for %s, %s answers as the contract says', async (who, id, path) => {
  const { status, body } = await world.api(who, 'GET', path);
  expect(status).toBe(200);
  expect(ROUTES[id].answer.strict().safeParse(body).error?.issues).toBeUndefined();
});
