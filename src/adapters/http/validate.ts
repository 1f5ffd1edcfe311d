import type { z } from 'zod';
import { TusaError, type FieldFault } from '../../domain/errors';

/** Parses one part of a request; throws `invalid_input` with every fault, its field and its cure. */
export function validate<T extends z.ZodType>(
  shape: T,
  part: 'params' | 'query' | 'body',
  given: unknown,
): z.infer<T> {
  const parsed = shape.safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => faultOf(issue, part));
  throw new TusaError(
    'invalid_input',
    faults.map(({ field, problem }) => `${field}: ${problem}`).join('; '),
    faults,
  );
}

function faultOf(issue: z.core.$ZodIssue, part: string): FieldFault {
  const field = [part, ...issue.path.map(String)].join('.');
  switch (issue.code) {
    case 'invalid_type': {
      const missing = issue.input === undefined;
      return {
        field,
        problem: missing ? 'missing' : 'of the wrong type',
        cure: `give ${article(issue.expected)}`,
      };
    }
    case 'too_big':
      return { field, problem: 'too large', cure: own(issue) ?? `use at most ${issue.maximum}` };
    case 'too_small':
      return { field, problem: 'too small', cure: own(issue) ?? `use at least ${issue.minimum}` };
    case 'invalid_value':
      return {
        field,
        problem: 'not one of those allowed',
        cure: `use ${issue.values.map(String).join(', ')}`,
      };
    case 'unrecognized_keys':
      return { field: `${part}.${issue.keys[0] ?? ''}`, problem: 'unknown', cure: 'leave it out' };
    default:
      return { field, problem: 'wrong', cure: issue.message };
  }
}

/** A cure written beside the schema; zod's own messages begin alike. */
function own({ message }: { readonly message: string }): string | undefined {
  return /^(?:Invalid|Too )/.test(message) ? undefined : message;
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}
