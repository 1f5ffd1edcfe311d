import type { z } from 'zod';
import { problem, type Problem } from '../../contract/problem';
import { ROUTES, type RouteId } from '../../contract/routes/routes';

type Table = typeof ROUTES;
type Part<Id extends RouteId, Name extends string> =
  Table[Id] extends Record<Name, infer Schema extends z.ZodType> ? z.input<Schema> : undefined;
type Required<Id extends RouteId, Name extends string> =
  Part<Id, Name> extends undefined ? unknown : Record<Name, Part<Id, Name>>;
/** What an endpoint takes, as the contract says: `params`, `body`, and `query` where it has one. */
export type ApiRequest<Id extends RouteId> = Required<Id, 'params'> &
  Required<Id, 'body'> & { query?: Part<Id, 'query'> };
export type ApiAnswer<Id extends RouteId> =
  Table[Id] extends Record<'answer', infer Schema extends z.ZodType> ? z.output<Schema> : undefined;

/** Why a call came to nothing: no network, a refusal of the service (`problem`), or an answer that is not understood. */
export class ApiFault extends Error {
  constructor(
    readonly kind: 'offline' | 'refused' | 'strange',
    readonly problem?: Problem,
    /** Seconds to wait, where the service says so. */
    readonly retryAfter?: number,
  ) {
    super(problem?.code ?? kind);
  }

  get code(): string {
    return this.problem?.code ?? this.kind;
  }
}

let csrf = '';
/** The token of the running session, sent with every write. */
export function rememberCsrf(token: string): void {
  csrf = token;
}

interface Loose {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
}

function addressOf(path: string, { params = {}, query = {} }: Loose): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' || typeof value === 'number') search.set(name, String(value));
  }
  return `/api/v1${filled}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

/**
 * Calls one endpoint of the contract and checks the answer against it. A write carries an Idempotency-Key: give the same
 * `key` again when the same act is tried again. `keepalive` lets it outlive the page.
 */
export async function callApi<Id extends RouteId>(
  id: Id,
  request: ApiRequest<Id>,
  options: { key?: string; keepalive?: boolean } = {},
): Promise<ApiAnswer<Id>> {
  const route = ROUTES[id];
  const loose = request as Loose;
  const write = route.method !== 'get';
  let response: Response;
  try {
    response = await fetch(addressOf(route.path, loose), {
      method: route.method.toUpperCase(),
      headers: {
        Accept: 'application/json',
        ...(write && { 'X-CSRF-Token': csrf, 'Idempotency-Key': options.key ?? newKey() }),
        ...(loose.body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(loose.body !== undefined && { body: JSON.stringify(loose.body) }),
      cache: 'no-store',
      credentials: 'same-origin',
      keepalive: options.keepalive ?? false,
    });
  } catch {
    throw new ApiFault('offline');
  }
  if (!response.ok) throw await refusal(response);
  if (!('answer' in route)) return undefined as ApiAnswer<Id>;
  const parsed = route.answer.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new ApiFault('strange');
  return parsed.data as ApiAnswer<Id>; // the schema of this very route
}

async function refusal(response: Response): Promise<ApiFault> {
  const parsed = problem.safeParse(await response.json().catch(() => undefined));
  const after = Number(response.headers.get('Retry-After'));
  return new ApiFault('refused', parsed.data, after > 0 ? after : undefined);
}

/** `crypto.randomUUID` is missing on pages without TLS other than localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
