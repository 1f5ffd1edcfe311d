export const STAFF_ROLES = ['operator', 'officer', 'supervisor', 'administrator'] as const;
export type Role = (typeof STAFF_ROLES)[number];

/** Who acts: an account or an API token. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The office of an officer, the jurisdiction of a supervisor; null: none (a supervisor of the whole region). */
  readonly officeCode: string | null;
}
