import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createUnderstand } from '../../src/domain/understanding/create-understand';
import type { Example } from '../../src/domain/understanding/training/example';
import { trainModel } from '../../src/domain/understanding/training/train-model';
import { PROJECT, readTrainingData } from '../read-training-data';
import type { BenchRow } from './bench-row';

const NOW = new Date('2026-11-24T08:00:00Z');
const LENGTH = 60;
const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;

/** Speed, load, memory and training of the understanding. */
export function benchUnderstanding(): BenchRow[] {
  const data = readTrainingData();
  const before = process.memoryUsage();
  const started = process.hrtime.bigint();
  const understand = createUnderstand(readFileSync(join(PROJECT, 'dist', 'model.bin')));
  const load = milliseconds(started);
  const texts = sixtyLetters(data.examples);
  const perSecond = rate(texts, (text) => understand(text, NOW));
  const after = process.memoryUsage();
  const long = texts.join('，').slice(0, 12_000);
  const longStarted = process.hrtime.bigint();
  for (let round = 0; round < 10; round += 1) understand(long, NOW);
  const longest = milliseconds(longStarted) / 10;
  const trainStarted = process.hrtime.bigint();
  trainModel(data);
  const training = milliseconds(trainStarted) / 1000;
  return [
    { name: 'understanding, 60 characters', value: Math.round(perSecond), unit: 'messages/s' },
    { name: 'understanding, 12,000 characters', value: round(longest), unit: 'ms' },
    { name: 'understanding, loading the model', value: round(load), unit: 'ms' },
    {
      name: 'understanding, memory',
      value: round((after.rss - before.rss) / 2 ** 20),
      unit: 'MB over the bare process',
    },
    {
      name: `understanding, training on ${data.examples.length} utterances`,
      value: round(training, 2),
      unit: 's',
    },
  ];
}

/** Real utterances brought to sixty characters each. */
function sixtyLetters(examples: readonly Example[]): string[] {
  const zh = examples.filter(({ lang }) => lang === 'zh').map(({ text }) => text);
  const joined = zh.join('。');
  return Array.from({ length: Math.floor(joined.length / LENGTH) }, (_, at) =>
    joined.slice(at * LENGTH, (at + 1) * LENGTH),
  );
}

/** Calls per second, one at a time, after a warm-up. */
function rate(texts: readonly string[], call: (text: string) => unknown): number {
  for (const text of texts.slice(0, 500)) call(text);
  const started = process.hrtime.bigint();
  for (const text of texts) call(text);
  return (1000 * texts.length) / milliseconds(started);
}

const milliseconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e6;
