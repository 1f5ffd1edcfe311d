import { readActivity, type Activity } from './activity';
import { directLineApi, Refusal, type Opened, type Session } from './direct-line-api';
import type { Memory } from './memory';
import type { UnsentWords } from './unsent';

export type LineState = 'connecting' | 'live' | 'offline' | 'away' | 'busy' | 'ended';

export interface LineEvents {
  /** New activities in order, each id once. `history`: they are from before the page was opened. */
  activities(activities: readonly Activity[], history: boolean): void;
  state(state: LineState): void;
  /** Something about the unsent words changed: acknowledged, refused. */
  unsent(): void;
}

const REFRESH_MS = 15 * 60_000;
const POLL_MS = 2_000;
const ECHO_MS = 1_500;
const KEEP_ALIVE_MS = 20_000;
const LONGEST_WAIT_MS = 15_000;
/** After so many sockets that never opened the page asks instead of listening. */
const DEAF_AFTER = 2;

/**
 * The page's side of Direct Line: opens or resumes the conversation, listens by WebSocket and asks by polling where
 * sockets do not get through, sends what is unsent in order, and goes on after every loss. Retries wait 1, 2, 4 … 15 s.
 */
export class Line {
  private session: Session | undefined;
  private watermark = '';
  private readonly seen = new Set<string>();
  private socket: WebSocket | undefined;
  private deaf = 0;
  private tries = 0;
  private sendTries = 0;
  private sending = false;
  private connecting = false;
  private stopped = false;
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(
    private readonly memory: Memory,
    private readonly words: UnsentWords,
    private readonly events: LineEvents,
    private readonly locale: () => string,
  ) {}

  start(): void {
    window.addEventListener('online', () => this.wake());
    window.addEventListener('offline', () => this.events.state('offline'));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.wake();
    });
    setInterval(() => void this.refresh(), REFRESH_MS);
    setInterval(() => {
      if (this.socket?.readyState === WebSocket.OPEN) this.socket.send('');
    }, KEEP_ALIVE_MS);
    this.session = this.memory.read<Session>('session');
    void this.connect(true);
  }

  /** Forgets the conversation on this device and opens a new one; unsent words go there. */
  restart(): void {
    this.hangUp();
    this.memory.forget('session', 'watermark');
    this.words.forgetSent();
    this.session = undefined;
    this.watermark = '';
    this.seen.clear();
    this.stopped = false;
    void this.connect(true);
  }

  /** Sends what is unsent, oldest first, one at a time. */
  flush(): void {
    if (this.sending || this.stopped || !this.session) return;
    const item = this.words.next();
    if (!item) return;
    this.sending = true;
    const { watermark } = this;
    directLineApi
      .post(this.session, {
        type: 'message',
        text: item.text,
        ...(item.value !== undefined && { value: item.value }),
        from: { id: 'citizen', role: 'user' },
        locale: this.locale(),
        channelData: { clientActivityID: item.id },
      })
      .then(
        () => {
          this.sendTries = 0;
          this.words.sent(item.id);
          // The answer is written by now; should the stream not bring it, it is fetched.
          this.later(() => this.watermark === watermark && this.lookAgain(), ECHO_MS);
        },
        (fault: unknown) => this.sendFailed(item.id, fault),
      )
      .finally(() => {
        this.sending = false;
        this.events.unsent();
        if (this.sendTries === 0) this.flush();
      });
  }

  private sendFailed(id: string, fault: unknown): void {
    const refusal = fault instanceof Refusal ? fault : new Refusal('away', 0);
    if (refusal.kind === 'rejected') {
      this.words.fail(id, refusal.status === 413 ? 'too-long' : 'refused');
      return;
    }
    if (refusal.kind === 'ended' || (refusal.kind === 'expired' && this.sendTries > 2)) return this.end();
    if (refusal.kind === 'expired') {
      void this.refresh();
    } else {
      this.events.state(refusal.kind === 'busy' ? 'busy' : navigator.onLine ? 'away' : 'offline');
    }
    this.sendTries += 1;
    this.later(() => this.flush(), this.wait(this.sendTries));
  }

  private async connect(history: boolean): Promise<void> {
    if (this.stopped || this.connecting) return;
    this.connecting = true;
    this.clearTimers();
    try {
      if (this.session && history) await this.catchUp(this.session);
      const opened = this.session
        ? await directLineApi.resume(this.session, this.watermark)
        : await directLineApi.open(this.locale());
      this.keepSession(opened);
      this.tries = 0;
      if (this.deaf >= DEAF_AFTER || !opened.streamUrl) this.poll();
      else this.listen(opened);
      this.flush();
    } catch (fault) {
      await this.recover(fault, history);
    } finally {
      this.connecting = false;
    }
  }

  private async recover(fault: unknown, history: boolean): Promise<void> {
    const kind = fault instanceof Refusal ? fault.kind : 'away';
    if (kind === 'ended') return this.end();
    if (kind === 'expired' && this.tries > 0) return this.end();
    if (kind === 'expired') await this.refresh();
    else this.events.state(kind === 'busy' ? 'busy' : navigator.onLine ? 'away' : 'offline');
    this.tries += 1;
    this.later(() => void this.connect(history), this.wait(this.tries));
  }

  /** Everything that was said before, page by page. */
  private async catchUp(session: Session): Promise<void> {
    for (;;) {
      const batch = await directLineApi.read(session, this.watermark);
      this.take(batch.activities, batch.watermark, true);
      if (batch.activities.length === 0) return;
    }
  }

  private listen(opened: Opened): void {
    const socket = new WebSocket(opened.streamUrl);
    this.socket = socket;
    let heard = false;
    socket.onopen = () => {
      heard = true;
      this.deaf = 0;
      this.events.state('live');
      this.flush();
    };
    socket.onmessage = ({ data }) => {
      if (typeof data !== 'string' || data === '') return;
      const batch = JSON.parse(data) as { activities?: unknown[]; watermark?: string };
      this.take(batch.activities ?? [], batch.watermark, false);
    };
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.socket = undefined;
      if (!heard) this.deaf += 1;
      this.tries += 1;
      this.events.state(navigator.onLine ? 'connecting' : 'offline');
      this.later(() => void this.connect(false), this.wait(this.tries));
    };
  }

  private poll(): void {
    const { session } = this;
    if (!session || this.stopped) return;
    directLineApi.read(session, this.watermark).then(
      (batch) => {
        this.events.state('live');
        this.take(batch.activities, batch.watermark, false);
        this.later(() => this.poll(), POLL_MS);
      },
      (fault: unknown) => void this.recover(fault, false),
    );
  }

  /** Fetches what a silent socket may have missed. */
  private lookAgain(): void {
    if (!this.session) return;
    directLineApi.read(this.session, this.watermark).then(
      (batch) => this.take(batch.activities, batch.watermark, false),
      () => this.socket?.close(),
    );
  }

  private take(raw: readonly unknown[], watermark: string | undefined, history: boolean): void {
    const fresh: Activity[] = [];
    for (const activity of raw.map(readActivity)) {
      if (!activity) continue;
      if (activity.id !== '' && this.seen.has(activity.id)) continue;
      if (activity.type === 'message') this.seen.add(activity.id);
      if (activity.clientId !== undefined && this.words.done(activity.clientId)) this.events.unsent();
      fresh.push(activity);
    }
    if (watermark) this.watermark = watermark;
    if (fresh.length > 0) this.events.activities(fresh, history);
    if (watermark && !history) this.memory.write('watermark', watermark);
  }

  private async refresh(): Promise<void> {
    if (!this.session) return;
    try {
      this.keepSession(await directLineApi.refresh(this.session));
    } catch {
      // The next call tells whether the token still holds.
    }
  }

  private keepSession({ conversationId, token }: Session): void {
    this.session = { conversationId, token };
    this.memory.write('session', this.session);
  }

  private end(): void {
    this.hangUp();
    this.events.state('ended');
  }

  private hangUp(): void {
    this.stopped = true;
    this.clearTimers();
    const { socket } = this;
    this.socket = undefined;
    socket?.close();
  }

  /** The network is back or the page is looked at again: no need to wait for the next try. */
  private wake(): void {
    if (this.stopped) return;
    this.sendTries = 0;
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.events.state('live');
      this.lookAgain();
      this.flush();
    } else if (this.socket?.readyState !== WebSocket.CONNECTING) {
      void this.connect(this.seen.size === 0);
    }
  }

  private wait(tries: number): number {
    return Math.min(LONGEST_WAIT_MS, 1_000 * 2 ** Math.min(tries - 1, 5)) * (0.75 + Math.random() / 2);
  }

  private later(act: () => void, ms: number): void {
    this.timers.push(setTimeout(act, ms));
  }

  private clearTimers(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
  }
}
