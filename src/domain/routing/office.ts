import type { Act, Department, MeasureCode } from '../understanding/labels';
import type { PlaceRole } from './place';

export type OfficeLevel = 'township' | 'county' | 'league' | 'region';

/** A body that can hold a ticket. Its code is its place's code: 9 digits a township, 6 a county, 4 a league, 15 the region. */
export interface Office {
  readonly code: string;
  readonly level: OfficeLevel;
  /** What a citizen calls it, e.g. 保康镇民政办. */
  readonly name: { readonly zh: string; readonly en: string };
}

/** Where the persons of a case are, by role; values are place codes of any level. */
export type KnownPlaces = Partial<Record<PlaceRole, string>>;

export interface ResponsibilityQuery {
  readonly measure: MeasureCode | null;
  readonly act: Act;
  readonly department: Department | null;
  readonly places: KnownPlaces;
  /** Office complained of; it must never get the ticket. */
  readonly against?: string;
  /** ISO date in Asia/Shanghai; picks the version of the table in force. */
  readonly on: string;
}

export interface ResponsibilityAnswer {
  readonly office: Office;
  /** The rule's reason in words, for the officer and the citizen. */
  readonly reason: { readonly zh: string; readonly en: string };
  readonly rule: string;
  /** Nothing fitted or the place is unsure: the county (or league, or region) gets it, marked so. */
  readonly needsPerson: boolean;
}

/** Decides who is responsible. Total: when nothing fits the answer is the nearest higher office that is known. */
export interface FindOffice {
  (query: ResponsibilityQuery): ResponsibilityAnswer;
}
