import type { Clock, ConversationStore, Outbox, TicketStore } from '../../src/application/ports';
import type { Ticket } from '../../src/domain/tickets/ticket';
import { MORNING, aConversation, aFiling, aTicket, minutesAfter } from '../support/records';

export interface RecordUnderTest {
  readonly conversations: ConversationStore;
  readonly tickets: TicketStore;
  readonly outbox: Outbox;
}

export const OFFICE = '150521100';

/** A ticket of its own case and conversation, in the lane of OFFICE. */
export function dispatched(number: string, over: Partial<Ticket> = {}): Ticket {
  return aTicket({
    number,
    caseId: `case-${number}`,
    conversationId: `c-${number}`,
    dispatchedAt: MORNING,
    ...over,
  });
}

/** The record that a contract runs on, an empty one for each test, and the clock that it lives by. */
export class RecordWorld {
  now = MORNING;
  readonly clock: Clock = { now: () => this.now };
  private present: RecordUnderTest | undefined;

  async renew(fresh: (clock: Clock) => Promise<RecordUnderTest>): Promise<void> {
    this.now = MORNING;
    this.present = await fresh(this.clock);
  }

  get record(): RecordUnderTest {
    if (!this.present) throw new Error('there is no record yet');
    return this.present;
  }

  /** Each ticket by a turn of its own. */
  async file(...tickets: readonly Ticket[]): Promise<void> {
    for (const ticket of tickets) {
      const conversation = aConversation({ id: ticket.conversationId ?? 'none' });
      expect(await this.record.conversations.commitTurn(aFiling([ticket], { conversation }))).toBe(
        'committed',
      );
    }
  }

  pull(max: number, holder = 'officer-1', now = MORNING): Promise<readonly Ticket[]> {
    return this.record.tickets.pull({
      officeCode: OFFICE,
      holder,
      max,
      now,
      claimUntil: minutesAfter(15, now),
    });
  }
}
