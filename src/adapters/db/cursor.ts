import type { z } from 'zod';
import { TusaError } from '../../domain/errors';

/** A page's end as opaque text: the sort values of its last row. */
export function encodeCursor(values: readonly (string | number | boolean | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Throws TusaError `invalid_input` for a cursor that this list did not give. */
export function decodeCursor<T extends z.ZodType>(shape: T, cursor: string): z.infer<T> {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new TusaError('invalid_input', 'the cursor is not one of this list', [
      { field: 'cursor', problem: 'not one of this list', cure: 'start again without a cursor' },
    ]);
  }
}
