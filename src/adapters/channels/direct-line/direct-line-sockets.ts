import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Activity } from 'botbuilder';
import type {
  Clock,
  ConversationStore,
  LiveUpdates,
  Logger,
  StoredMessage,
} from '../../../application/ports';
import { watermarkAfter } from './stored-activity';
import type { DirectLineTokens } from './direct-line-tokens';

export interface SocketDeps {
  readonly tokens: DirectLineTokens;
  readonly conversations: Pick<ConversationStore, 'messages'>;
  readonly live: LiveUpdates;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mayConnect: (request: IncomingMessage) => boolean;
  readonly activityOf: (message: StoredMessage, request: IncomingMessage) => Partial<Activity>;
  readonly openSockets: (n: number) => void;
}

export interface DirectLineSockets {
  /** Takes the server's socket upgrades; all but those of the stream are refused. */
  attach(server: Server): void;
  /** Shows that somebody is writing; not kept and not replayed. */
  typing(conversationId: string): void;
  /** Says goodbye to all; clients come back to another process by their watermark. */
  close(): void;
}

export const STREAM_PATH = '/v3/directline/stream';
/** The official client may hold several sockets on one conversation; throwing out the oldest would start a race. */
const PER_CONVERSATION = 8;
const BATCH = 200;
/** A socket that has not answered a ping for so long is gone. */
const HEARTBEAT_MS = 30_000;
/** Clients send nothing but empty keep-alives. */
const LARGEST_FRAME = 1_024;
/** A reader so far behind is let go; it comes back and replays. */
const LARGEST_BACKLOG = 4 * 1024 * 1024;
const GOING_AWAY = 1001;
/** A client that does not say goodbye must not hold up the end of the service; the library would wait 30 s for it. */
const GOODBYE_MS = 2_000;

class Stream {
  alive = true;
  private pumping = false;
  private more = false;

  constructor(
    readonly socket: WebSocket,
    private next: number,
    private readonly read: (from: number) => Promise<readonly StoredMessage[]>,
    private readonly show: (message: StoredMessage) => Partial<Activity>,
    private readonly failed: () => void,
  ) {}

  /** Sends what is new, in order and each once, however many events ask for it. */
  pump(): void {
    this.more = true;
    if (this.pumping) return;
    this.pumping = true;
    // Events of one turn come together: one look serves them all.
    setImmediate(() => void this.drain().catch(() => this.failed()));
  }

  private async drain(): Promise<void> {
    try {
      while (this.more && this.socket.readyState === this.socket.OPEN) {
        this.more = false;
        const messages = await this.read(this.next);
        const last = messages.at(-1);
        if (!last) continue;
        this.next = last.seq + 1;
        this.more ||= messages.length === BATCH;
        if (this.socket.bufferedAmount > LARGEST_BACKLOG) return this.socket.terminate();
        this.socket.send(
          JSON.stringify({
            activities: messages.map((message) => this.show(message)),
            watermark: watermarkAfter(last.seq),
          }),
        );
      }
    } finally {
      // In the same breath as the last look at `more`: an event in between would wait for the heartbeat.
      this.pumping = false;
    }
  }
}

function refuse(duplex: Duplex, status: string): void {
  duplex.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** WebSockets of Direct Line: replay from the watermark, then live. */
export function createDirectLineSockets(deps: SocketDeps): DirectLineSockets {
  const streams = new Map<string, Set<Stream>>();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
  });
  const count = (): number => [...streams.values()].reduce((sum, set) => sum + set.size, 0);

  const unsubscribe = deps.live.subscribe((event) => {
    if (event.type === 'message') for (const stream of streams.get(event.id) ?? []) stream.pump();
  });
  const heartbeat = setInterval(() => {
    for (const set of streams.values())
      for (const stream of set) {
        if (!stream.alive) {
          stream.socket.terminate();
          continue;
        }
        stream.alive = false;
        stream.socket.ping();
        // An event may have been lost on its way from another process.
        stream.pump();
      }
  }, HEARTBEAT_MS);
  heartbeat.unref();

  const open = (socket: WebSocket, request: IncomingMessage, conversationId: string, from: number): void => {
    const stream = new Stream(
      socket,
      from,
      (next) => deps.conversations.messages(conversationId, next, BATCH),
      (message) => deps.activityOf(message, request),
      () => {
        // The record does not answer: the client comes back in some seconds and replays.
        deps.logger.warn('direct_line.stream_failed', { conversation: conversationId });
        socket.close(GOING_AWAY);
      },
    );
    const set = streams.get(conversationId) ?? new Set();
    streams.set(conversationId, set.add(stream));
    deps.openSockets(count());
    const seen = (): void => void (stream.alive = true);
    socket.on('message', seen);
    socket.on('pong', seen);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      set.delete(stream);
      if (set.size === 0 && streams.get(conversationId) === set) streams.delete(conversationId);
      deps.openSockets(count());
    });
    stream.pump();
  };

  const upgrade = (request: IncomingMessage, duplex: Duplex, head: Buffer): void => {
    // Whoever breaks off in the middle must not end the process.
    duplex.on('error', () => duplex.destroy());
    const path = request.url ?? '/';
    // `//` and the like come from scanners.
    const url = URL.canParse(path, 'http://localhost') ? new URL(path, 'http://localhost') : undefined;
    if (url?.pathname !== STREAM_PATH) return refuse(duplex, '404 Not Found');
    const ticket = deps.tokens.read(url.searchParams.get('t') ?? '', 'socket', deps.clock.now());
    const full =
      typeof ticket === 'object' && (streams.get(ticket.conversationId)?.size ?? 0) >= PER_CONVERSATION;
    if (typeof ticket !== 'object' || full || !deps.mayConnect(request)) {
      return refuse(duplex, '403 Forbidden');
    }
    sockets.handleUpgrade(request, duplex, head, (socket) =>
      open(socket, request, ticket.conversationId, ticket.from ?? 0),
    );
  };

  return {
    attach(server) {
      server.on('upgrade', upgrade);
    },
    typing(conversationId) {
      const frame = JSON.stringify({
        activities: [{ type: 'typing', from: { id: 'tusa', name: 'tusa', role: 'bot' } }],
      });
      for (const { socket } of streams.get(conversationId) ?? [])
        if (socket.readyState === socket.OPEN) socket.send(frame);
    },
    close() {
      clearInterval(heartbeat);
      unsubscribe();
      const left = [...streams.values()].flatMap((set) => [...set].map(({ socket }) => socket));
      for (const socket of left) socket.close(GOING_AWAY);
      setTimeout(() => left.forEach((socket) => socket.terminate()), GOODBYE_MS).unref();
      sockets.close();
    },
  };
}
