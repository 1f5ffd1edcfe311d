import { z } from 'zod';
import type { Fields } from '../tickets/ticket';
import { act, danger, department, measureCode, scope, subject, urgency } from '../understanding/labels';
import { hasTrait, MEMBER_TRAITS, MEMBERS_SLOT, membersOf } from '../slots/members/member';
import { mentions } from './mentions';
import type { Need } from './state';

const leaf = {
  measure: z.array(measureCode).optional(),
  scope: z.array(scope).optional(),
  act: z.array(act).optional(),
  subject: z.array(subject).optional(),
  urgency: z.array(urgency).optional(),
  danger: z.array(danger).optional(),
  department: z.array(department).optional(),
  /** Slots that hold a given answer; or any answer at all; or none yet. */
  given: z.array(z.string()).optional(),
  missing: z.array(z.string()).optional(),
  /** The citizen refused this slot. */
  refused: z.array(z.string()).optional(),
  /** Slot → one of these values, compared as text. */
  equals: z.record(z.string(), z.array(z.string())).optional(),
  /** Slot → words of which its answer says one, and does not deny it. */
  says: z.record(z.string(), z.array(z.string().min(1)).min(1)).optional(),
  /** Slot → number that its answer is not under, or not over. */
  at_least: z.record(z.string(), z.number()).optional(),
  at_most: z.record(z.string(), z.number()).optional(),
  /** Some member of the household is this. */
  members: z.array(z.enum(MEMBER_TRAITS)).min(1).optional(),
};

export interface Condition extends z.infer<z.ZodObject<typeof leaf>> {
  readonly not?: Condition | undefined;
  readonly any?: readonly Condition[] | undefined;
}

/** A closed condition on the case: every key given must hold. There are no expressions. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.strictObject({ ...leaf, not: condition.optional(), any: z.array(condition).min(1).optional() }),
);

/** Slot ids that a condition names, for the inspection of the catalogue. */
export function slotsOf(when: Condition): string[] {
  return [
    ...(when.given ?? []),
    ...(when.missing ?? []),
    ...(when.refused ?? []),
    ...Object.keys(when.equals ?? {}),
    ...Object.keys(when.says ?? {}),
    ...Object.keys(when.at_least ?? {}),
    ...Object.keys(when.at_most ?? {}),
    ...(when.members === undefined ? [] : [MEMBERS_SLOT]),
    ...(when.not ? slotsOf(when.not) : []),
    ...(when.any ?? []).flatMap(slotsOf),
  ];
}

/** Does the condition hold? `measure` holds when any need of the case has it; the other labels are the first need's. */
export function holds(when: Condition | undefined, needs: readonly Need[], fields: Fields): boolean {
  if (when === undefined) return true;
  const first = needs[0];
  const among = <T>(list: readonly T[] | undefined, value: T | null | undefined) =>
    list === undefined || (value !== undefined && value !== null && list.includes(value));
  return (
    (when.measure === undefined || needs.some((need) => among(when.measure, need.measure))) &&
    among(when.scope, first?.scope) &&
    among(when.act, first?.act) &&
    among(when.subject, first?.subject) &&
    among(when.urgency, first?.urgency) &&
    among(when.danger, first?.danger) &&
    among(when.department, first?.department) &&
    (when.given ?? []).every((slot) => fields[slot]?.status === 'given') &&
    (when.missing ?? []).every((slot) => fields[slot] === undefined) &&
    (when.refused ?? []).every((slot) => fields[slot]?.status === 'refused') &&
    (when.equals === undefined ||
      Object.entries(when.equals).every(([slot, values]) => values.includes(String(fields[slot]?.value)))) &&
    (when.says === undefined ||
      Object.entries(when.says).every(([slot, words]) =>
        words.some((word) => mentions(String(fields[slot]?.value ?? ''), word)),
      )) &&
    (when.at_least === undefined ||
      Object.entries(when.at_least).every(([slot, least]) => numberIn(fields, slot) >= least)) &&
    (when.at_most === undefined ||
      Object.entries(when.at_most).every(([slot, most]) => numberIn(fields, slot) <= most)) &&
    (when.members === undefined ||
      membersOf(fields).some((row) => when.members?.some((trait) => hasTrait(row, trait)) === true)) &&
    (when.not === undefined || !holds(when.not, needs, fields)) &&
    (when.any === undefined || when.any.some((one) => holds(one, needs, fields)))
  );
}

/** NaN where nothing was given: neither under nor over anything. */
function numberIn(fields: Fields, slot: string): number {
  const value = fields[slot]?.value;
  return typeof value === 'number' ? value : Number.NaN;
}
