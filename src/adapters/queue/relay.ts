import type { Logger } from '../../application/ports';
import { TusaError } from '../../domain/errors';

/** Without a poke the outbox is looked at so often: what other processes wrote, and what falls due. */
const POLL_MS = 500;
/** After a fault. */
const PAUSE_MS = 2_000;
const RECONCILE_MS = 30_000;
/** After Redis came back: what was handed over before it went may be gone. */
const LOST_AFTER_RETURN_MS = 5_000;

export interface RelayDeps {
  readonly relayOutbox: () => Promise<{ readonly handed: number; readonly more: boolean }>;
  readonly reconcile: (lostAfterMs?: number) => Promise<unknown>;
  readonly logger: Logger;
}

/** Carries the outbox to the queue for as long as the process lives. */
export class Relay {
  private timer: NodeJS.Timeout | undefined;
  private reconcileTimer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private reconciling: Promise<void> | undefined;
  private again = false;
  private stopped = true;

  constructor(private readonly deps: RelayDeps) {}

  start(): void {
    this.stopped = false;
    this.reconcileTimer = setInterval(() => this.reconcile(), RECONCILE_MS);
    this.poke();
  }

  /** Something was written: look now. Cheap, and safe to call at any time, also before `start` and after `stop`. */
  poke(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.carry().then((pauseMs) => {
      this.running = undefined;
      if (this.stopped) return;
      if (this.again) this.poke();
      else this.timer = setTimeout(() => this.poke(), pauseMs);
    });
  }

  /** Redis is there, for the first time or again. */
  queueReturned(): void {
    this.poke();
    this.reconcile(LOST_AFTER_RETURN_MS);
  }

  /** Resolves when what was under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    clearInterval(this.reconcileTimer);
    await Promise.all([this.running, this.reconciling]);
  }

  private async carry(): Promise<number> {
    try {
      let more: boolean;
      do {
        this.again = false;
        ({ more } = await this.deps.relayOutbox());
      } while ((more || this.again) && !this.stopped);
      return POLL_MS;
    } catch (fault) {
      this.deps.logger.warn('relay.paused', { fault: fault instanceof TusaError ? fault.code : 'internal' });
      return PAUSE_MS;
    }
  }

  private reconcile(lostAfterMs?: number): void {
    if (this.stopped || this.reconciling) return;
    this.reconciling = this.deps
      .reconcile(lostAfterMs)
      .then(
        () => undefined,
        (fault: unknown) =>
          this.deps.logger.warn('reconcile.failed', {
            fault: fault instanceof TusaError ? fault.code : 'internal',
          }),
      )
      .finally(() => (this.reconciling = undefined));
  }
}
