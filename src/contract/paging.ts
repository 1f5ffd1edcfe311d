import { z } from 'zod';

/** `?limit=&cursor=` of every list. The cursor is opaque. */
export const pageQuery = z.strictObject({
  limit: z.coerce
    .number('use a number')
    .int('use a whole number')
    .min(1, 'use 1 to 100')
    .max(100, 'use 1 to 100')
    .default(50),
  cursor: z.string().max(500).optional(),
});

export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}
