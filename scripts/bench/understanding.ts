import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClassify } from '../../src/domain/understanding/classifier/create-classify';
import { trainClassifier } from '../../src/domain/understanding/classifier/train-classifier';
import { createUnderstand } from '../../src/domain/understanding/create-understand';
import type { Example } from '../../src/domain/understanding/training/example';
import { foldOf, trainModel } from '../../src/domain/understanding/training/train-model';
import { PROJECT, readTrainingData } from '../read-training-data';
import type { BenchRow } from './bench-row';

/** A figure beside a peer's: `ratio` is value / that of `against`. */
interface PeerRow extends BenchRow {
  readonly against?: string;
  readonly ratio?: number;
}

const NOW = new Date('2026-11-24T08:00:00Z');
const LENGTH = 60;
const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;

/** Speed, load, memory and training of the understanding, and the general classifier beside natural's Bayes. */
export async function benchUnderstanding(): Promise<PeerRow[]> {
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
    ...(await besideNatural(data.examples)),
  ];
}

/** First guess of the measure on held-out authors: ours and natural's naive Bayes on character pairs. */
async function besideNatural(examples: readonly Example[]): Promise<PeerRow[]> {
  const inScope = examples.filter(({ scope, lang }) => scope === 'measure' && lang === 'zh');
  const train = inScope.filter((example) => foldOf(example, 5) !== 0);
  const test = inScope.filter((example) => foldOf(example, 5) === 0);
  const classify = createClassify(
    trainClassifier(train.map(({ text, measures }) => ({ text, label: measures[0]! }))),
  );
  const right = (guess: (text: string) => string) =>
    (100 * test.filter(({ text, accept }) => accept.some((code) => code === guess(text))).length) /
    test.length;
  const ours = {
    accuracy: right((text) => classify(text).top),
    speed: rate(
      test.map(({ text }) => text),
      classify,
    ),
  };
  const Bayes = await loadBayes();
  if (!Bayes)
    return [{ name: 'classifier, first guess, unseen authors', value: round(ours.accuracy), unit: '%' }];
  const bayes = new Bayes();
  for (const { text, measures } of train) bayes.addDocument(pairsOf(text), measures[0]!);
  bayes.train();
  const theirs = {
    accuracy: right((text) => bayes.classify(pairsOf(text))),
    speed: rate(
      test.slice(0, 200).map(({ text }) => text),
      (text) => bayes.classify(pairsOf(text)),
    ),
  };
  const against = 'natural BayesClassifier on character pairs';
  return [
    {
      name: 'classifier, first guess, unseen authors',
      value: round(ours.accuracy),
      unit: '%',
      against,
      ratio: round(ours.accuracy / theirs.accuracy, 2),
    },
    {
      name: 'classifier, speed',
      value: Math.round(ours.speed),
      unit: 'messages/s',
      against,
      ratio: round(ours.speed / theirs.speed, 1),
    },
  ];
}

interface Bayes {
  addDocument(tokens: string[], label: string): void;
  train(): void;
  classify(tokens: string[]): string;
}

/** By subpath: the top level of natural loads a database driver and prints to standard output. */
async function loadBayes(): Promise<(new () => Bayes) | undefined> {
  try {
    const path: string = 'natural/lib/natural/classifiers/bayes_classifier.js';
    const loaded = (await import(path)) as { default: new () => Bayes };
    return loaded.default;
  } catch {
    return undefined;
  }
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ''));
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
