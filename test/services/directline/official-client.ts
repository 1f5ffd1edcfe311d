import { JSDOM } from 'jsdom';
import WebSocket from 'ws';
import type { DirectLine as Line } from 'botframework-directlinejs';

/** Those of Node, which the client's browser shadows later. */
export const NodeFormData = FormData;
export const NodeBlob = Blob;

interface Library {
  readonly DirectLine: typeof Line;
}
let library: Library | undefined;
let dom: JSDOM | undefined;

/**
 * The client is made for browsers: it takes XMLHttpRequest and the rest from the globals that it finds when it is
 * loaded, so the page's address must be known by then. One service for each test file.
 */
function load(url: string): Library {
  if (library) return library;
  dom = new JSDOM('', { url: `${url}/` });
  const { XMLHttpRequest, FormData, Blob } = dom.window;
  Object.assign(globalThis, { window: dom.window, XMLHttpRequest, FormData, Blob, WebSocket });
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only after the globals above
  library = require('botframework-directlinejs') as Library;
  return library;
}

export interface Seen {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly channelData?: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- what the wire gives
  readonly attachments?: readonly {
    readonly name: string;
    readonly contentUrl: string;
    readonly contentType: string;
  }[];
}

/** ConnectionStatus.Online of the client. */
const ONLINE = 2;

/** The official client, and what it has told. */
export class OfficialClient {
  readonly seen: Seen[] = [];
  readonly doubled: string[] = [];
  readonly token: string;
  private readonly line: Line;

  constructor(url: string, options: ConstructorParameters<typeof Line>[0]) {
    const { DirectLine } = load(url);
    this.token = options.token ?? '';
    this.line = new DirectLine({ domain: `${url}/v3/directline`, pollingInterval: 200, ...options });
    this.line.activity$.subscribe(
      (activity) => {
        const seen = activity as unknown as Seen;
        if (seen.type !== 'message') return;
        if (this.seen.some(({ id }) => id === seen.id)) this.doubled.push(seen.id);
        else this.seen.push(seen);
      },
      () => undefined,
    );
  }

  get said(): readonly Seen[] {
    return this.seen.filter(({ from }) => from.role === 'bot');
  }

  online(): boolean {
    return this.status() === ONLINE;
  }

  status(): number {
    return this.line.connectionStatus$.getValue();
  }

  place(): { readonly conversationId: string; readonly watermark: string } {
    const { conversationId, watermark } = this.line as unknown as {
      conversationId: string;
      watermark: string;
    };
    return { conversationId, watermark };
  }

  say(text: string): Promise<string> {
    return this.post({ type: 'message', from: { id: 'u-1' }, text } as never);
  }

  post(activity: Parameters<Line['postActivity']>[0]): Promise<string> {
    return new Promise((done, fail) => this.line.postActivity(activity).subscribe(done, fail));
  }

  end(): void {
    this.line.end();
  }
}

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the wire gives
  readonly body: any;
  readonly headers: Headers;
}

/** A request as a program without the client would make it. */
export async function post(
  url: string,
  path: string,
  bearer: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await fetch(`${url}/v3/directline${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}`, ...headers },
    body:
      typeof body === 'string' || body instanceof Buffer
        ? new Uint8Array(Buffer.from(body))
        : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : undefined };
}
