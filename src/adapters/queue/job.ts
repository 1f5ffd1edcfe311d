import type { z } from 'zod';
import type { JobName, JobPayloads } from '../../application/jobs';

/** One kind of background work: its name, what it carries, its limits, and what it does. */
export interface Job<Name extends JobName> {
  readonly name: Name;
  /** Checked before every run: what lies in Redis may be of another version. */
  readonly payload: z.ZodType<JobPayloads[Name]>;
  readonly limits: JobLimits;
  /** At least once, so it must bear repetition. `jobId` is the id of the outbox row, the same at every repetition. */
  perform(payload: JobPayloads[Name], jobId: string): Promise<void>;
}

export interface JobLimits {
  /** Runs before it counts as failed; the reconciler then tries again from time to time. */
  readonly attempts: number;
  /** Pause after the first failure, doubled after each. */
  readonly backoffMs: number;
  /** A run that takes longer counts as failed. */
  readonly timeoutMs: number;
  /** Runs at once in one process. */
  readonly concurrency: number;
}

/** Every job has its entry: a missing one does not compile. */
export type JobTable = { readonly [Name in JobName]: Job<Name> };
