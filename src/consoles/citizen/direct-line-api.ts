/** The few calls of Direct Line 3.0 that the page makes; each throws a Refusal when the service says no. */
export interface Session {
  readonly conversationId: string;
  readonly token: string;
}
export interface Opened extends Session {
  readonly streamUrl: string;
}
export interface Batch {
  readonly activities: readonly unknown[];
  readonly watermark: string;
}

/** `expired`: the token; `ended`: the conversation; `rejected`: this message; `away`: network or service, try again. */
export class Refusal extends Error {
  constructor(
    readonly kind: 'expired' | 'ended' | 'rejected' | 'busy' | 'away',
    /** HTTP status, 0 without an answer. */
    readonly status: number,
  ) {
    super(kind);
  }
}

const LINE = '/v3/directline';
/** A phone on a weak network waits long, but not for ever. */
const PATIENCE_MS = 20_000;

async function call(
  method: string,
  path: string,
  token: string | undefined,
  body?: unknown,
): Promise<unknown> {
  let response: Response;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: stop.signal,
      cache: 'no-store',
      credentials: 'omit',
    });
    if (response.ok) return await response.json();
  } catch {
    throw new Refusal('away', 0);
  } finally {
    clearTimeout(timer);
  }
  const { status } = response;
  const kind = status === 429 ? 'busy' : status === 403 || status === 401 ? 'expired' : status === 404 ? 'ended' : status < 500 && status !== 408 ? 'rejected' : 'away'; // prettier-ignore
  throw new Refusal(kind, status);
}

const inConversation = (session: Session): string =>
  `${LINE}/conversations/${encodeURIComponent(session.conversationId)}`;

// The service is our own and speaks this contract; readActivity checks the activities themselves.
export const directLineApi = {
  async open(locale: string): Promise<Opened> {
    const { token } = (await call('POST', '/api/v1/citizen/token', undefined, {})) as Session;
    return (await call('POST', `${LINE}/conversations`, token, { user: {}, locale })) as Opened;
  },
  async resume(session: Session, watermark: string): Promise<Opened> {
    const path = `${inConversation(session)}?watermark=${encodeURIComponent(watermark)}`;
    const opened = (await call('GET', path, session.token)) as Opened;
    return { ...opened, token: opened.token || session.token };
  },
  /** A new token for the same conversation; an old one, even long expired, is proof enough. */
  async refresh(session: Session): Promise<Session> {
    return (await call('POST', '/api/v1/citizen/token', undefined, { resume: session.token })) as Session;
  },
  async read(session: Session, watermark: string): Promise<Batch> {
    const path = `${inConversation(session)}/activities?watermark=${encodeURIComponent(watermark)}`;
    return (await call('GET', path, session.token)) as Batch;
  },
  async post(session: Session, activity: unknown): Promise<void> {
    await call('POST', `${inConversation(session)}/activities`, session.token, activity);
  },
};
