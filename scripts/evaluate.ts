/**
 * `npm run evaluate`: how well the model of dist/ understands the frozen sets of test/understanding/.
 *   --cv [folds]   instead, cross-validation of intents/ with all utterances of an author on one side
 *   --errors       lists what went wrong, by id or line
 *   --gate         compares with test/understanding/baseline.json; exit 1 when a figure lost more than a point
 *                  or a danger is missed that was found before
 *   --save         writes the present figures as the baseline
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createUnderstand, understandWith } from '../src/domain/understanding/create-understand';
import { foldOf, trainModel } from '../src/domain/understanding/training/train-model';
import { frozenMessage } from './evaluate/frozen-message';
import { calibrationError, confusionsOf, figuresOf, isRight, type Judged } from './evaluate/figures';
import { PROJECT, readTrainingData } from './read-training-data';

const SETS = join(PROJECT, 'test', 'understanding');
const BASELINE = join(SETS, 'baseline.json');
/** A fixed day, so that the figures do not depend on when they are made. */
const NOW = new Date('2026-11-24T08:00:00Z');
const baseline = z.strictObject({ figures: z.record(z.string(), z.number()), dangers: z.array(z.string()) });

/** A figure of fewer messages moves by more than a point with every one of them. */
const GATED_FROM = 50;

type Row = Judged & { readonly name: string };

function frozen(): Row[] {
  const understand = createUnderstand(readFileSync(join(PROJECT, 'dist', 'model.bin')));
  return readdirSync(SETS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(SETS, name), 'utf8').trim().split('\n'))
    .map((line) => frozenMessage.parse(JSON.parse(line)))
    .map((expected) => ({
      expected,
      got: understand(expected.text, NOW),
      name: expected.id,
      ...(expected.group === undefined ? {} : { group: expected.group }),
    }));
}

function crossValidated(folds: number): Row[] {
  const data = readTrainingData();
  const rows: Row[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const understand = understandWith(
      trainModel({ ...data, examples: data.examples.filter((example) => foldOf(example, folds) !== fold) }),
    );
    for (const expected of data.examples.filter(
      (example) => example.axes === undefined && foldOf(example, folds) === fold,
    )) {
      rows.push({
        expected,
        got: understand(expected.text, NOW),
        name: `${expected.file}:${expected.line}`,
        group: expected.file,
      });
    }
  }
  return rows;
}

function report(rows: readonly Row[], errors: boolean): void {
  for (const [name, [hits, trials]] of figuresOf(rows))
    console.log(`${name.padEnd(28)} ${((100 * hits) / trials).toFixed(1).padStart(6)} % of ${trials}`);
  console.log(
    `calibration error: needs ${calibrationError(rows, (got) => got.measures[0]?.p ?? 0).toFixed(3)}, confidence ${calibrationError(rows, (got) => got.confidence).toFixed(3)}`,
  );
  console.log(
    `confusions: ${confusionsOf(rows)
      .slice(0, 20)
      .map(({ pair, count }) => `${pair} ${count}`)
      .join(', ')}`,
  );
  if (!errors) return;
  for (const { expected, got, name } of rows) {
    const missed = (expected.danger === 'none') !== (got.danger === 'none');
    if (isRight({ expected, got }) && !missed) continue;
    console.log(
      `${name}: want ${expected.scope} ${expected.measures.join('+')} ${expected.danger}, got ${got.scope} ${got.measures
        .slice(0, 3)
        .map(({ id, p }) => `${id} ${p.toFixed(2)}`)
        .join(' ')} ${got.danger} | ${expected.text.slice(0, 70)}`,
    );
  }
}

function gate(rows: readonly Row[], save: boolean): void {
  const figures = Object.fromEntries(
    [...figuresOf(rows)]
      .filter(([, [, trials]]) => trials >= GATED_FROM)
      .map(([name, [hits, trials]]) => [name, Math.round((1000 * hits) / trials) / 10]),
  );
  const dangers = rows
    .filter(({ expected, got }) => expected.danger !== 'none' && got.danger !== 'none')
    .map(({ name }) => name);
  if (save) {
    writeFileSync(BASELINE, `${JSON.stringify({ figures, dangers }, null, 1)}\n`);
    return;
  }
  const before = baseline.parse(JSON.parse(readFileSync(BASELINE, 'utf8')));
  const lost = Object.entries(before.figures).filter(([name, value]) => (figures[name] ?? 0) < value - 1);
  const missed = before.dangers.filter((name) => !dangers.includes(name));
  for (const [name, value] of lost)
    console.error(`gate: ${name} fell from ${value} to ${figures[name] ?? 'nothing'}`);
  for (const name of missed) console.error(`gate: the danger of ${name} is no longer found`);
  if (lost.length > 0 || missed.length > 0) process.exitCode = 1;
  else
    console.log(
      `understanding gate: ${rows.length} messages, ${Object.keys(before.figures).length} figures hold`,
    );
}

const options = process.argv.slice(2);
const folds = options.indexOf('--cv');
const rows = folds >= 0 ? crossValidated(Number(options[folds + 1] ?? 4) || 4) : frozen();
if (options.includes('--gate') || options.includes('--save')) gate(rows, options.includes('--save'));
else report(rows, options.includes('--errors'));
