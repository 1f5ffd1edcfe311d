import type { AuditEntry } from '../../application/access-ports';
import type { Vault } from '../../application/vault';
import { byteaText } from './bytea-text';

/** What write_audit takes; null where there is nothing. */
export function auditJson(entries: readonly AuditEntry[] | undefined, vault: Vault): string | null {
  if (!entries?.length) return null;
  return JSON.stringify(
    entries.map((entry) => {
      const key = entry.reason === undefined ? null : vault.newKey();
      return {
        at: entry.at,
        actor: entry.actor,
        action: entry.action,
        subject: entry.subject,
        office_code: entry.officeCode ?? null,
        key: key && byteaText(key),
        reason: key && byteaText(vault.seal(key, 'reason', JSON.stringify(entry.reason))),
        request_id: entry.requestId ?? null,
        data: entry.data ?? {},
      };
    }),
  );
}
