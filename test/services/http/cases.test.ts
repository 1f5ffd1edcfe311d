import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { createWorld, type World } from './world';

interface Case {
  readonly name: string;
  readonly as: string;
  readonly get?: string;
  readonly post?: string;
  readonly body?: unknown;
  /** The body as it goes out, where it is not JSON. */
  readonly raw?: string;
  /** A body of so many bytes. */
  readonly large?: number;
  /** Fields of so many characters. */
  readonly repeat?: Readonly<Record<string, number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  /** What the answer has among other things. */
  readonly answer?: object;
  /** The actions of the ticket's history, in order. */
  readonly actions?: readonly string[];
}

const folder = join(__dirname, 'cases');

describe.each(readdirSync(folder))('%s', (file) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.service.stop());

  const cases = load(readFileSync(join(folder, file), 'utf8')) as readonly Case[];
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const filled = fill(one, world.names);
    const method = filled.post === undefined ? 'GET' : 'POST';
    const answer = await world.api(
      filled.as,
      method,
      encodeURI(filled.post ?? filled.get ?? ''),
      bodyOf(filled),
      filled.headers,
    );
    const { status, body, headers } = answer;
    expect({ status, detail: status === filled.status ? undefined : body }).toEqual({
      status: filled.status,
    });
    expect(headers.get('x-request-id')).toMatch(/./);
    if (status >= 400) {
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(body).toMatchObject({ status, requestId: headers.get('x-request-id') });
    }
    if (filled.answer) expect(body).toMatchObject(filled.answer);
    if (filled.actions)
      expect(body.history.map(({ action }: { action: string }) => action)).toEqual(filled.actions);
  });
});

function bodyOf({ body, raw, large, repeat }: Case): unknown {
  if (raw !== undefined) return raw;
  if (large !== undefined) return { text: 'x'.repeat(large) };
  if (repeat) return Object.fromEntries(Object.entries(repeat).map(([name, n]) => [name, '难'.repeat(n)]));
  return body;
}

function fill(one: Case, names: Readonly<Record<string, string>>): Case {
  return JSON.parse(
    JSON.stringify(one).replace(/\{(\w+)\}/g, (all, name: string) => names[name] ?? all),
  ) as Case;
}
