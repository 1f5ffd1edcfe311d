/**
 * `npm run --silent route`: JSON lines {"id","text"} in, {"id","level","code","name","candidates","outside"} out.
 * A bad line yields {"id"?,"error":{"code","message","line"}} in its place; the rest goes on, and the exit code is 1.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readGazetteer } from '../src/adapters/catalogue/read-gazetteer';
import { createLocatePlace } from '../src/domain/routing/locate-place';

const inputLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

async function main(): Promise<void> {
  const locate = createLocatePlace(readGazetteer(process.cwd()));
  let line = 0;
  let out: string[] = [];
  const flush = async (): Promise<void> => {
    const chunk = out.join('');
    out = [];
    if (chunk !== '' && !process.stdout.write(chunk))
      await new Promise((done) => process.stdout.once('drain', done));
  };
  const fail = (id: unknown, message: string): void => {
    process.exitCode = 1;
    const named = typeof id === 'string' || typeof id === 'number' ? { id } : {};
    out.push(`${JSON.stringify({ ...named, error: { code: 'invalid_input', message, line } })}\n`);
  };
  let waiting: NodeJS.Immediate | undefined;
  for await (const row of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    line += 1;
    if (row.trim() === '') continue;
    let data: unknown;
    try {
      data = JSON.parse(row);
    } catch {
      fail(undefined, 'not valid JSON: expected one object a line, {"id","text"}');
      continue;
    }
    const parsed = inputLine.safeParse(data);
    if (!parsed.success) {
      const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
      const where = parsed.error.issues
        .map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`)
        .join('; ');
      fail(id, `expected {"id","text"}: ${where}`);
      continue;
    }
    const { level, code, name, candidates, outside } = locate(parsed.data.text);
    out.push(`${JSON.stringify({ id: parsed.data.id, level, code, name, candidates, outside })}\n`);
    if (out.length >= 256) await flush();
    // whoever feeds one line and waits for its answer gets it
    waiting ??= setImmediate(() => {
      waiting = undefined;
      void flush();
    });
  }
  if (waiting) clearImmediate(waiting);
  await flush();
}

void main();
