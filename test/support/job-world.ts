import { createMemoryLiveUpdates } from '../../src/adapters/memory/memory-live-updates';
import { createMemoryRecord, type MemoryRecord } from '../../src/adapters/memory/memory-record';
import type {
  Conversation,
  LiveEvent,
  LiveUpdates,
  OutboxRow,
  StoredMessage,
} from '../../src/application/ports';
import type { JobWords } from '../../src/application/job-words';
import { createWorkCalendar, type WorkCalendar } from '../../src/domain/clocks/work-calendar';
import type { TimeLimits } from '../../src/domain/clocks/plan-clocks';
import type { Office } from '../../src/domain/routing/office';
import type { Ticket } from '../../src/domain/tickets/ticket';
import { MORNING, aConversation, aFiling, minutesAfter } from './records';

/** Everything that a background job touches, in memory, with a clock that a test moves and ids that count up. */
export class JobWorld {
  now = MORNING;
  pokes = 0;
  readonly events: LiveEvent[] = [];
  readonly delivered: { readonly to: string; readonly texts: readonly string[] }[] = [];
  readonly clock = { now: (): Date => this.now };
  readonly record: MemoryRecord = createMemoryRecord(this.clock);
  readonly live: LiveUpdates = createMemoryLiveUpdates();
  readonly calendar: WorkCalendar = createWorkCalendar([]);
  readonly limits: TimeLimits = {
    critical: [{ mark: 'sign', value: 10, unit: 'minute', trust: 'design' }],
    urgent: [{ mark: 'sign', value: 1, unit: 'working_hour', trust: 'design' }],
    normal: [
      { mark: 'sign', value: 2, unit: 'working_hour', trust: 'design' },
      { mark: 'done', value: 5, unit: 'working_day', trust: 'design' },
    ],
  };
  private count = 0;
  readonly ids = { next: (): string => `id-${(this.count += 1)}`, random: (): number => 0 };
  readonly words: JobWords = {
    followUp: (lang, { ticket }) => [{ kind: 'say', step: 'ask', text: `${lang} helped? ${ticket.number}` }],
    changed: (lang, kind, { ticket, explanation }) => [
      { kind: 'say', step: 'say', text: `${lang} ${kind} ${ticket.number}: ${explanation ?? '-'}` },
    ],
  };

  constructor() {
    this.live.subscribe((event) => this.events.push(event));
  }

  /** What every use case of a job takes; each picks its own. */
  get deps() {
    return {
      ...this.record,
      live: this.live,
      clock: this.clock,
      ids: this.ids,
      calendar: this.calendar,
      limits: this.limits,
      measureLimits: () => [],
      words: this.words,
      officeByCode: (code: string): Office => ({
        code,
        level: 'township',
        name: { zh: '保康镇', en: 'Baokang' },
      }),
      outboxChanged: () => void (this.pokes += 1),
      delivery: {
        deliver: (to: Pick<Conversation, 'id'>, messages: readonly StoredMessage[]) => {
          this.delivered.push({ to: to.id, texts: messages.map(({ text }) => text) });
          return Promise.resolve();
        },
      },
    };
  }

  async file(ticket: Ticket, conversation: Partial<Conversation> = {}): Promise<void> {
    const id = ticket.conversationId ?? `none-${ticket.number}`;
    await this.record.conversations.commitTurn(
      aFiling([ticket], { conversation: aConversation({ id, ...conversation }) }),
    );
  }

  /** Jobs waiting, also those whose time has not come, by job and id. */
  async jobs(job: string): Promise<readonly OutboxRow[]> {
    const { now } = this;
    this.now = minutesAfter(1_000_000);
    const rows = (await this.record.outbox.pending(100)).filter((row) => row.job === job);
    this.now = now;
    return rows;
  }
}
