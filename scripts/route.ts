/** `npm run --silent route`: JSON lines {"id","text"} in, the township of each message, or the doubt, out. */
import { join } from 'node:path';
import { z } from 'zod';
import { readGazetteer } from '../src/adapters/catalogue/read-gazetteer';
import { createLocatePlace } from '../src/domain/routing/locate-place';
import { answerLines } from './answer-lines';

const message = z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() });

async function main(): Promise<void> {
  const locate = createLocatePlace(readGazetteer(join(__dirname, '..', '..')));
  const bad = await answerLines(process.stdin, process.stdout, message, ({ id, text }) => {
    const { level, code, name, candidates, outside } = locate(text);
    return { ...(id === undefined ? {} : { id }), level, code, name, candidates, outside };
  });
  if (bad > 0) process.exitCode = 1;
}

void main();
