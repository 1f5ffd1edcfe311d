import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { z } from 'zod';

/** What a JSON-lines command answers in place of a bad line. */
interface LineFault {
  readonly id?: string | number;
  readonly error: { readonly code: 'invalid_input'; readonly message: string; readonly line: number };
}

/**
 * Reads JSON lines, answers each with a JSON line, and puts an error in the place of a bad one; the rest goes on.
 * Empty lines are skipped. Resolves to the number of bad lines. Output waits for a slow reader.
 */
export async function answerLines<S extends z.ZodType>(
  input: Readable,
  output: Writable,
  schema: S,
  answer: (line: z.infer<S>) => unknown,
): Promise<number> {
  let number = 0;
  let bad = 0;
  let batch = '';
  const write = async () => {
    const ready = output.write(batch);
    batch = '';
    if (!ready) await new Promise((resolve) => output.once('drain', resolve));
  };
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = parse(line, schema, number);
    if ('fault' in parsed) bad += 1;
    batch += `${JSON.stringify('fault' in parsed ? parsed.fault : answer(parsed.value))}\n`;
    // Answers leave at once when nobody is behind them in the pipe, in larger pieces otherwise.
    if (batch.length > 16_384 || input.readableLength === 0) await write();
  }
  if (batch !== '') await write();
  return bad;
}

function parse<S extends z.ZodType>(
  line: string,
  schema: S,
  number: number,
): { value: z.infer<S> } | { fault: LineFault } {
  const fault = (message: string, id?: string | number): { fault: LineFault } => ({
    fault: { ...(id === undefined ? {} : { id }), error: { code: 'invalid_input', message, line: number } },
  });
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return fault('not a JSON object; write one {"id","text"} to a line');
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return { value: parsed.data };
  const id =
    typeof data === 'object' &&
    data !== null &&
    'id' in data &&
    (typeof data.id === 'string' || typeof data.id === 'number')
      ? data.id
      : undefined;
  // Only the path and the rule: the value may be a citizen's words.
  return fault(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; '),
    id,
  );
}
