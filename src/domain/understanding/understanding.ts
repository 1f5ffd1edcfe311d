import type { Act, Danger, Department, Language, MeasureCode, Scope, Subject, Urgency } from './labels';

/** What the service does with its guess: act on it, ask between the best two or three, or fetch a person. */
export type Zone = 'act' | 'ask' | 'handover';

export interface ScoredMeasure {
  readonly id: MeasureCode;
  /** Calibrated probability, 0 to 1. */
  readonly p: number;
}

/** A detail found in the text. `start` and `end` are UTF-16 offsets into the message as sent. */
export interface Entity {
  readonly kind:
    | 'phone' | 'id_number' | 'bank_card' | 'amount' | 'duration' | 'date' | 'age' | 'household_size'
    | 'person_name' | 'relation' | 'disease' | 'event'; // prettier-ignore
  readonly start: number;
  readonly end: number;
  /** Canonical form: digits of a telephone, yuan, months, ISO date (with its own precision), years of age, persons. */
  readonly value: string | number;
  /** amount: 'yuan' | 'yuan_per_month' | 'yuan_per_year'; duration: 'day' | 'month' | 'year'. */
  readonly unit?: string;
}

/** The labels of one message. `measures` is sorted, best first, every entry with p ≥ 0.01. */
export interface Understanding {
  readonly lang: Language;
  readonly scope: Scope;
  readonly measures: readonly ScoredMeasure[];
  readonly act: Act;
  readonly urgency: Urgency;
  readonly danger: Danger;
  readonly subject: Subject;
  readonly department: Department | null;
  readonly entities: readonly Entity[];
  readonly zone: Zone;
  /** Calibrated probability that the first guess is right, 0 to 1. */
  readonly confidence: number;
}

/** Why a label was given: the spans of the text that spoke for it, strongest first, and the nearest training text. */
export interface Explanation {
  readonly label: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly weight: number }[];
  readonly nearest?: string;
}

/** Reads one message. Pure and total: any Unicode in, a valid answer out. */
export interface Understand {
  (text: string, now: Date): Understanding;
}
