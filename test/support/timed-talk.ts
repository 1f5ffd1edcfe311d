import { createMemoryLiveUpdates } from '../../src/adapters/memory/memory-live-updates';
import { createMemoryRecord, type MemoryRecord } from '../../src/adapters/memory/memory-record';
import { createBreakSilence } from '../../src/application/break-silence';
import { createHandleMessage, type InboundMessage } from '../../src/application/handle-message';
import type { Conversation, LiveEvent } from '../../src/application/ports';
import { composeReason, type Reason } from '../../src/compose/compose-reason';
import { createTurnWords } from '../../src/domain/dialogs/create-turn-words';
import type { Ticket } from '../../src/domain/tickets/ticket';
import { projectRoot } from '../../src/project-root';
import { recordingLogger } from './recording-logger';
import { MORNING } from './records';

let reason: Reason | undefined;

/** The service's whole reasoning on a record in memory, with a clock that a test moves. */
export class TimedTalk {
  now = MORNING;
  readonly clock = { now: (): Date => this.now };
  readonly record: MemoryRecord = createMemoryRecord(this.clock);
  readonly logger = recordingLogger();
  readonly events: LiveEvent[] = [];
  private readonly reason = (reason ??= composeReason(projectRoot()));
  private count = 0;
  private readonly deps;
  private readonly handle;
  private readonly breakSilence;

  constructor(private readonly channel = 'directline') {
    const live = createMemoryLiveUpdates();
    live.subscribe((event) => this.events.push(event));
    this.deps = {
      ...this.record,
      ...this.reason,
      clock: this.clock,
      ids: {
        next: () => `id-${(this.count += 1)}`,
        random: (below: number) => (this.count += 7_919) % below,
      },
      live,
      logger: this.logger,
      officeByCode: this.reason.directory.officeByCode,
      words: createTurnWords(this.reason.catalogue),
      outboxChanged: () => undefined,
    };
    this.handle = createHandleMessage(this.deps);
    this.breakSilence = createBreakSilence(this.deps);
  }

  /** What is answered, all messages in one text. */
  async say(text: string, id = 'talk', over: Partial<InboundMessage> = {}): Promise<string> {
    const { replies } = await this.handle({
      conversationId: id, channel: this.channel, channelUser: 'u', text, ...over,
    }); // prettier-ignore
    return replies.map((one) => one.text).join('\n');
  }

  /** Lets so many minutes pass, every job of a silence run at its time, twice; what the service said of itself. */
  async wait(minutes: number): Promise<string> {
    const end = new Date(this.now.getTime() + minutes * 60_000);
    const before = await this.texts('service');
    for (;;) {
      const [next] = await this.record.conversations.wakingBefore(end, 1);
      if (!next?.wakeAt) break;
      if (next.wakeAt > this.now) this.now = next.wakeAt;
      const payload = { conversationId: next.id, due: next.wakeAt.toISOString() };
      await Promise.all([this.breakSilence(payload), this.breakSilence(payload)]);
      await this.breakSilence(payload);
    }
    this.now = end;
    return (await this.texts('service')).slice(before.length).join('\n');
  }

  async conversation(id = 'talk'): Promise<Conversation> {
    const found = await this.record.conversations.load(id);
    if (!found) throw new Error('there is no such conversation');
    return found;
  }

  tickets(id = 'talk'): Promise<readonly Ticket[]> {
    return this.record.tickets.byConversation(id);
  }

  private async texts(author: string, id = 'talk'): Promise<readonly string[]> {
    const all = await this.record.conversations.messages(id, 0);
    return all.filter((one) => one.author === author).map(({ text }) => text);
  }
}
