import type { Act, Danger, Department, Language, MeasureCode, Scope, Subject, Urgency } from '../labels';

/** One training utterance with all its labels, defaults filled in. */
export interface Example {
  readonly text: string;
  readonly lang: Language;
  readonly scope: Scope;
  /** The needs stated, the primary first; empty outside the measures. */
  readonly measures: readonly MeasureCode[];
  /** Measures that a fair officer would also accept as primary, the primary included. */
  readonly accept: readonly MeasureCode[];
  readonly act: Act;
  readonly urgency: Urgency;
  readonly danger: Danger;
  readonly subject: Subject;
  readonly department: Department | null;
  readonly tags: readonly string[];
  /** What alone it teaches; everything where this is missing. */
  readonly axes?: readonly ('danger' | 'urgency')[] | undefined;
  /** The imagined speaker, one per file: cross-validation keeps all that one of them says on one side. */
  readonly author: string;
  readonly file: string;
  readonly line: number;
}

/** Whether an example says something of an axis. */
export function teaches({ axes }: Example, axis: string): boolean {
  return axes === undefined || axes.some((own) => own === axis);
}
