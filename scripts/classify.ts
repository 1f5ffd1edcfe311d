/**
 * `npm run --silent classify -- --train A.jsonl --test B.jsonl`: trains the classifier on any {"text","label"} set
 * (label `oos` = out of scope), writes {"top","label","p"} per test line, then {"trainSeconds","perSecond","peakMb"}.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createClassify } from '../src/domain/understanding/classifier/create-classify';
import { trainClassifier, type LabelledText } from '../src/domain/understanding/classifier/train-classifier';
import { answerLines } from './answer-lines';

const trainLine = z.object({ text: z.string(), label: z.string().min(1) });
const testLine = z.object({ text: z.string() });

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at >= 0 ? process.argv[at + 1] : undefined;
}

async function readTraining(file: string): Promise<{ rows: LabelledText[]; bad: number }> {
  const rows: LabelledText[] = [];
  let number = 0;
  let bad = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      rows.push(trainLine.parse(JSON.parse(line)));
    } catch {
      bad += 1;
      console.error(`${file}:${number}: not a line {"text","label"}; it is left out`);
    }
  }
  return { rows, bad };
}

async function main(train: string, test: string): Promise<void> {
  const { rows, bad } = await readTraining(train);
  const started = process.hrtime.bigint();
  const classify = createClassify(trainClassifier(rows));
  const trainSeconds = Number(process.hrtime.bigint() - started) / 1e9;
  let nanoseconds = 0n;
  let count = 0;
  const badTest = await answerLines(createReadStream(test), process.stdout, testLine, ({ text }) => {
    const from = process.hrtime.bigint();
    const { top, label, p } = classify(text);
    nanoseconds += process.hrtime.bigint() - from;
    count += 1;
    return { top, label, p: Math.round(p * 10_000) / 10_000 };
  });
  const perSecond = nanoseconds > 0n ? Math.round((count * 1e9) / Number(nanoseconds)) : 0;
  const figures = {
    trainSeconds: Math.round(trainSeconds * 1000) / 1000,
    perSecond,
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  if (bad + badTest > 0) process.exitCode = 1;
}

const train = option('train');
const test = option('test');
if (train === undefined || test === undefined || !existsSync(train) || !existsSync(test)) {
  console.error('classify: give two existing files: --train A.jsonl --test B.jsonl');
  process.exitCode = 1;
} else {
  main(train, test).catch((fault: unknown) => {
    console.error(`classify: ${fault instanceof RangeError ? fault.message : String(fault)}`);
    process.exitCode = 1;
  });
}
