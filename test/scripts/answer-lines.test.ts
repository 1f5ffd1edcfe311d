import { PassThrough, Readable } from 'node:stream';
import { z } from 'zod';
import { answerLines } from '../../scripts/answer-lines';

async function run(input: string): Promise<{ lines: unknown[]; bad: number }> {
  const output = new PassThrough();
  const schema = z.object({ id: z.string(), text: z.string() });
  const bad = await answerLines(Readable.from([input]), output, schema, ({ id, text }) => ({
    id,
    length: text.length,
  }));
  output.end();
  const lines = String(output.read() ?? '')
    .trim()
    .split('\n');
  return { lines: lines.map((line) => JSON.parse(line) as unknown), bad };
}

test('each line is answered in its place, a bad one with its fault, and the rest goes on', async () => {
  const { lines, bad } = await run('{"id":"a","text":"xy"}\nnot json\n\n{"id":"b"}\n{"id":"c","text":""}\n');
  expect(lines).toEqual([
    { id: 'a', length: 2 },
    { error: { code: 'invalid_input', message: expect.stringContaining('not a JSON object'), line: 2 } },
    { id: 'b', error: { code: 'invalid_input', message: expect.stringContaining('text: '), line: 4 } },
    { id: 'c', length: 0 },
  ]);
  expect(bad).toBe(2);
});

test('a fault never quotes the line', async () => {
  const { lines } = await run('{"id":"a","text":13800000901}\n');
  expect(JSON.stringify(lines)).not.toContain('13800000901');
});
