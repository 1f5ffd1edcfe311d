import type { Fields, FieldRow } from '../../tickets/ticket';

/** The slot that holds the people of the household, one row each. */
export const MEMBERS_SLOT = 'household_members';

/** What a member of a household may be, by what was said of them and by their age. */
export const MEMBER_TRAITS = ['works', 'studies', 'ill', 'disabled', 'idle', 'elder', 'child'] as const;
export type MemberTrait = (typeof MEMBER_TRAITS)[number];

const ELDER_FROM = 60;
const CHILD_UNTIL = 17;

/** Columns of a row: `who` (老伴), `age` in years, `doing` in the person's words, `is` the traits with a blank between. */
export function membersOf(fields: Fields): readonly FieldRow[] {
  return fields[MEMBERS_SLOT]?.rows ?? [];
}

export function hasTrait(row: FieldRow, trait: MemberTrait): boolean {
  const { age } = row;
  if (trait === 'elder') return typeof age === 'number' && age >= ELDER_FROM;
  if (trait === 'child') return typeof age === 'number' && age <= CHILD_UNTIL;
  return String(row.is ?? '')
    .split(' ')
    .includes(trait);
}
