/** `npm run --silent understand`: JSON lines {"id","text"} in, the labels of each message out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createUnderstand } from '../src/domain/understanding/create-understand';
import { answerLines } from './answer-lines';

const message = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

async function main(): Promise<void> {
  const understand = createUnderstand(readFileSync(join(__dirname, '..', 'model.bin')));
  const bad = await answerLines(process.stdin, process.stdout, message, ({ id, text }) => {
    const { zone, confidence, ...labels } = understand(text, new Date());
    return {
      ...(id === undefined ? {} : { id }),
      ...labels,
      zone,
      confidence: Math.round(confidence * 10_000) / 10_000,
    };
  });
  if (bad > 0) process.exitCode = 1;
}

void main();
