import type { Page } from '../../application/ports';

/** A page of a sorted list; the cursor is the number of entries before it. */
export function pageOf<T>(all: readonly T[], limit: number, cursor: string | undefined): Page<T> {
  const start = Number(cursor ?? 0);
  const items = all.slice(start, start + limit);
  return { items, ...(start + limit < all.length && { next: String(start + limit) }) };
}
