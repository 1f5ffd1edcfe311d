interface Acknowledged {
  readonly conversationId: string;
  readonly key: string;
  /** The id that the service gave: conversation and sequence number. */
  readonly id: string;
}

const ANSWERS: Readonly<Record<string, string>> = {
  subject: '给我自己家问的', caller_name: '王秀英', caller_phone: '13800001234', household_size: '四口人',
  current_address: '通辽市科左中旗保康镇', registered_address: '户口也在保康镇', current_aid: '没有低保',
  what_happened: '停工三个月没收入', event_date: '今年八月', need: '想要点临时救助', safety: '现在没有危险', consent: '同意',
}; // prettier-ignore
const OPENING = '我家在通辽市科左中旗保康镇，男人在工地干活，停工三个月没收入了，也没交过失业保险';
const LONGEST = 30;
const PATIENCE_MS = 15;

interface Said {
  readonly tusa?: {
    readonly step: string;
    readonly slot?: string;
    readonly tickets?: readonly string[];
    readonly ticket?: string;
  };
}

/**
 * Tells the same need again and again, each time in a new conversation, and sends every message until it is
 * acknowledged: with the same identity, so that the service can know it.
 */
export class StubbornCitizen {
  readonly acknowledged: Acknowledged[] = [];
  /** Conversations that were led to a ticket, with the numbers that the citizen was told. */
  readonly filed = new Map<string, readonly string[]>();
  private sent = 0;
  private stopping = false;
  private gaveUp = false;

  constructor(
    private readonly name: string,
    private readonly address: string,
    /** Phone numbers differ, or every ticket would be a repeat of every other. */
    private readonly phone: string,
  ) {}

  stop(): void {
    this.stopping = true;
  }

  /** The test has failed: leave the message that is under way. */
  giveUp(): void {
    this.stopping = true;
    this.gaveUp = true;
  }

  async live(): Promise<void> {
    while (!this.stopping) await this.tellOnce();
  }

  private async tellOnce(): Promise<void> {
    const { token, conversationId } = await this.insist<{ token: string; conversationId: string }>(
      '/api/v1/citizen/token',
      {},
    );
    await this.insist('/v3/directline/conversations', { user: {} }, token);
    let text = OPENING;
    let watermark = '';
    for (let turn = 0; turn < LONGEST && !this.stopping; turn += 1) {
      await this.say(conversationId, token, text);
      const heard = await this.insist<{ watermark: string; activities: { from: { role?: string }; channelData?: Said }[] }>(
        `/v3/directline/conversations/${conversationId}/activities?watermark=${watermark}`, undefined, token,
      ); // prettier-ignore
      watermark = heard.watermark;
      const says = heard.activities.flatMap(({ channelData }) => channelData?.tusa ?? []);
      const filed = says.find(({ step }) => step === 'filed');
      if (filed) {
        this.filed.set(conversationId, filed.tickets ?? [filed.ticket ?? '']);
        return;
      }
      const open = says.findLast(({ step }) => ['ask', 'clarify', 'confirm'].includes(step));
      text = open?.step === 'confirm' ? '对' : this.answer(open?.slot);
    }
  }

  private answer(slot: string | undefined): string {
    if (slot === 'caller_phone') return this.phone;
    return ANSWERS[slot ?? ''] ?? '不知道';
  }

  private async say(conversationId: string, token: string, text: string): Promise<void> {
    const key = `${this.name}-${(this.sent += 1)}`;
    const { id } = await this.insist<{ id: string }>(
      `/v3/directline/conversations/${conversationId}/activities`,
      { type: 'message', from: { id: 'citizen' }, text, channelData: { clientActivityID: key } },
      token,
    );
    this.acknowledged.push({ conversationId, key, id });
  }

  /** Sends until it is answered with success. Anything but "not now" is a fault of the service. */
  private async insist<T>(path: string, body?: object, token?: string): Promise<T> {
    for (;;) {
      try {
        const answer = await fetch(this.address + path, {
          method: body ? 'POST' : 'GET',
          headers: {
            'Content-Type': 'application/json',
            ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          },
          ...(body && { body: JSON.stringify(body) }),
        });
        const text = await answer.text();
        if (answer.ok) return JSON.parse(text) as T;
        if (answer.status !== 503)
          throw new UnexpectedAnswer(`${path}: ${answer.status} ${text.slice(0, 300)}`);
      } catch (fault) {
        // Refused, reset, cut off in the middle: it is dead or dying.
        if (fault instanceof UnexpectedAnswer) throw fault;
      }
      if (this.gaveUp) throw new Error('gave up');
      await new Promise((done) => setTimeout(done, PATIENCE_MS));
    }
  }
}

class UnexpectedAnswer extends Error {}
