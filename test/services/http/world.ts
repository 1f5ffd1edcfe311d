import type { NewTicket } from '../../../src/application/ports';
import type { NewStaff } from '../../../src/application/manage-staff';
import { startService, type ServiceOptions, type TestService } from '../../support/service';
import { until } from '../../support/until';
import { aConversation, aLine, aMessage, aTicket } from '../../support/records';

export const A = '150521100';
export const B = '150521101';
export const COUNTY = '150521';

/** Who asks, by the name that the cases call them. */
const CAST: Readonly<Record<string, NewStaff>> = {
  'officer A': { name: '王干部', role: 'officer', officeCode: A },
  'second officer A': { name: '李干部', role: 'officer', officeCode: A },
  'officer B': { name: '赵干部', role: 'officer', officeCode: B },
  supervisor: { name: '旗督办', role: 'supervisor', officeCode: COUNTY },
  'foreign supervisor': { name: '外旗督办', role: 'supervisor', officeCode: '150522' },
  'regional supervisor': { name: '区督办', role: 'supervisor' },
  operator: { name: '话务员', role: 'operator' },
  administrator: { name: '管理员', role: 'administrator' },
};

export interface World {
  readonly service: TestService;
  readonly names: Readonly<Record<string, string>>;
  /** Authorization of one of the cast; undefined for nobody. */
  authorization(who: string): string | undefined;
  api(
    who: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ApiAnswer>;
}
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the wire gives
  readonly body: any;
}

/** A service with one ticket waiting in each of two offices, and somebody of every role. */
export async function createWorld(options: ServiceOptions = {}): Promise<World> {
  const service = await startService(options);
  const tokens = new Map<string, string>();
  for (const [who, wanted] of Object.entries(CAST)) tokens.set(who, await service.token(wanted));
  const [ticket, foreign] = ['48213097', '10000007'];
  await fileIn(service, 'conversation-a', [filed(ticket, A, 'conversation-a')]);
  await fileIn(service, 'conversation-b', [filed(foreign, B, 'conversation-b', '13900005678')]);
  for (const number of [ticket, foreign])
    await until(`ticket ${number} is in its lane`, async () => {
      const found = await service.record.tickets.byNumber(number);
      return found?.ticket.dispatchedAt !== null;
    });
  const authorization = (who: string): string | undefined => {
    const token = tokens.get(who);
    return token === undefined ? undefined : `Bearer ${token}`;
  };
  return {
    service,
    names: { A, B, county: COUNTY, ticket, foreign, conversation: 'conversation-a' },
    authorization,
    async api(who, method, path, body, headers = {}) {
      const bearer = authorization(who);
      const answer = await fetch(`${service.url}/api/v1${path}`, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(bearer !== undefined && { authorization: bearer }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : undefined };
    },
  };
}

export function filed(
  number: string,
  officeCode: string,
  conversationId: string,
  phone = '13800001234',
): NewTicket {
  const given = (value: string) => ({ value, status: 'given', confirmed: true }) as const;
  const ticket = aTicket({
    number,
    officeCode,
    conversationId,
    caseId: `case-${number}`,
    fields: {
      caller_name: given('王小明'),
      caller_phone: given(phone),
      current_address: given('科左中旗保康镇巴彦村'),
    },
  });
  return { ticket, history: [aLine()] };
}

export async function fileIn(
  service: TestService,
  conversationId: string,
  tickets: readonly NewTicket[],
): Promise<void> {
  const conversation = aConversation({ id: conversationId, channel: 'directline', nextSeq: 1 });
  await service.record.conversations.commitTurn({
    conversation,
    expectedVersion: null,
    messages: [aMessage({ conversationId, text: '我是王小明，电话13800001234' })],
    newCase: { id: tickets[0]?.ticket.caseId ?? 'case', createdAt: conversation.createdAt },
    newTickets: tickets,
    ticketChanges: [],
    outbox: tickets.map(({ ticket }) => ({
      id: `dispatch-${ticket.number}`,
      job: 'dispatch-ticket',
      payload: { number: ticket.number },
      runAt: conversation.createdAt,
    })),
  });
}
