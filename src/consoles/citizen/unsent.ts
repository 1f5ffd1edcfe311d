import type { Memory } from './memory';

/** One message of the citizen until the service has it. `id` goes along on every try, so that none is doubled. */
export interface Unsent {
  readonly id: string;
  readonly text: string;
  /** What a button stands for, where it is not its words. */
  readonly value?: string;
  /** Refused for good; waits for the citizen to decide. */
  readonly failed?: 'too-long' | 'refused';
  /** The service has it; shown here until it comes back as part of the talk. */
  readonly sent?: true;
}

/** The words on their way, oldest first, kept on the device until acknowledged. */
export class UnsentWords {
  private items: readonly Unsent[];

  constructor(private readonly memory: Memory) {
    this.items = (memory.read<Unsent[]>('unsent') ?? []).filter((item) => !item.sent);
  }

  all(): readonly Unsent[] {
    return this.items;
  }

  next(): Unsent | undefined {
    return this.items.find((item) => item.failed === undefined && !item.sent);
  }

  sent(id: string): void {
    this.keep(this.items.map((item) => (item.id === id ? { ...item, sent: true } : item)));
  }

  add(item: Unsent): void {
    this.keep([...this.items, item]);
  }

  done(id: string): boolean {
    const rest = this.items.filter((item) => item.id !== id);
    const known = rest.length < this.items.length;
    if (known) this.keep(rest);
    return known;
  }

  forgetSent(): void {
    this.keep(this.items.filter((item) => !item.sent));
  }

  fail(id: string, failed: NonNullable<Unsent['failed']>): void {
    this.keep(this.items.map((item) => (item.id === id ? { ...item, failed } : item)));
  }

  retry(id: string): void {
    this.keep(
      this.items.map(({ failed: _, ...item }) => (item.id === id || !_ ? item : { ...item, failed: _ })),
    );
  }

  private keep(items: readonly Unsent[]): void {
    this.items = items;
    this.memory.write('unsent', items);
  }
}
