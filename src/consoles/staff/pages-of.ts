import type { Role } from '../../contract/labels';

export type StaffPageName = 'operator' | 'office' | 'board';

/** Whose work each page is; the first is where a role is sent from a page that is not its own. */
export const PAGES_OF: Readonly<Record<Role, readonly StaffPageName[]>> = {
  operator: ['operator'],
  officer: ['office'],
  supervisor: ['board', 'office'],
  administrator: ['board'],
};
