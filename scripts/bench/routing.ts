import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readGazetteer } from '../../src/adapters/catalogue/read-gazetteer';
import { createLocatePlace } from '../../src/domain/routing/locate-place';

import type { BenchRow } from './bench-row';

interface Item {
  readonly text: string;
  readonly expect: { readonly level: string; readonly code: string; readonly candidates: readonly string[] };
}

const MEASURED_MS = 2000;

/** Routing on one core, one message at a time: speed, load, and what became of the test set's addresses. */
export function benchRouting(root: string): BenchRow[] {
  const beforeMb = heapMb();
  const begun = performance.now();
  const locate = createLocatePlace(readGazetteer(root));
  const loadMs = performance.now() - begun;
  const items = readFileSync(join(root, 'test/routing/addresses.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Item);
  for (let i = 0; i < 5; i++) for (const item of items) locate(item.text);
  const memoryMb = heapMb() - beforeMb;

  let messages = 0;
  const times: number[] = [];
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  while (performance.now() - start < MEASURED_MS)
    for (const item of items) {
      const before = performance.now();
      locate(item.text);
      times.push(performance.now() - before);
      messages += 1;
    }
  // time on the processor: other work on the machine does not count
  const cpu = process.cpuUsage(cpuBefore);
  const seconds = (cpu.user + cpu.system) / 1_000_000;
  times.sort((a, b) => a - b);

  const determined = items.filter(({ expect }) => expect.level === 'township' && expect.code !== '');
  const right = determined.filter(({ text, expect }) => locate(text).code === expect.code).length;
  const wrong = items.filter(({ text, expect }) => {
    const { level, code } = locate(text);
    return level === 'township' && code !== '' && code !== expect.code;
  }).length;
  const long = '我家在科左中旗保康镇东风嘎查，牛病了，没钱治。'.repeat(500).slice(0, 12_000);
  const longStart = performance.now();
  locate(long);
  const longMs = performance.now() - longStart;
  return [
    { name: 'routing: messages per second of one core', value: Math.round(messages / seconds), unit: '1/s' },
    {
      name: 'routing: p99 of one message',
      value: round(times[Math.floor(times.length * 0.99)] ?? 0, 3),
      unit: 'ms',
    },
    { name: 'routing: message of 12,000 characters', value: round(longMs, 1), unit: 'ms' },
    { name: 'routing: gazetteer loaded', value: round(loadMs, 1), unit: 'ms' },
    { name: 'routing: memory of the gazetteer', value: round(memoryMb, 1), unit: 'MB' },
    {
      name: 'routing: township right, own test set',
      value: round((100 * right) / determined.length, 1),
      unit: '%',
    },
    {
      name: 'routing: wrong township, own test set',
      value: round((100 * wrong) / items.length, 2),
      unit: '%',
    },
  ];
}

const heapMb = (): number => process.memoryUsage().heapUsed / 1_048_576;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));
