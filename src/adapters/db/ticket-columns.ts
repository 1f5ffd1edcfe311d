/** By name: a prepared `select *` would break in running processes when a migration adds a column. */
export const TICKET_COLUMNS = [
  'number', 'case_id', 'conversation_id', 'key', 'scope', 'measure', 'department', 'act', 'urgency', 'danger', 'subject',
  'office_code', 'assist_offices', 'needs_person', 'routing_reason', 'state', 'version', 'holder', 'claim_expires_at',
  'created_at', 'dispatched_at', 'updated_at', 'due', 'next_due_at', 'extended', 'reopened', 'outcome', 'fields',
  'phone_index', 'against', 'said_from', 'said_to',
].map((column) => `t.${column}`).join(', '); // prettier-ignore
