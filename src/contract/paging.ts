import { z } from 'zod';

export const DEFAULT_PAGE = 50;

/** Query of every list. `cursor` is the `next` of the page before, opaque. */
export const paging = z.object({
  cursor: z.string().min(1).max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(DEFAULT_PAGE),
});

/** One page; `next` is absent on the last. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}
