import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createRandom, shuffle } from '../../src/domain/understanding/training/shuffle';
import { frozenMessage, type FrozenMessage } from '../evaluate/frozen-message';
import { PROJECT, readTrainingData } from '../read-training-data';
import type { BenchRow } from './bench-row';
import { OUT_OF_SCOPE } from './peers/peer';

const result = z.object({
  guesses: z.array(z.string()),
  trainSeconds: z.number(),
  perSecond: z.number(),
  peakMb: z.number(),
});
type Result = z.infer<typeof result>;

const SETS = join(PROJECT, 'test', 'understanding');
const RUNNER = join(__dirname, 'peers', 'run-peer.js');
/** The interpreter for which Debian's python3-sklearn installs. */
const PYTHON = '/usr/bin/python3';
const SVC = join(PROJECT, 'scripts', 'bench', 'peers', 'linear-svc.py');

/**
 * What others make of the same utterances, on the frozen sets: `ours`, nlp.js, natural's Bayes, wink's Bayes, and
 * scikit-learn's LinearSVC where python3-sklearn is installed. Each learns the measure, or that none fits.
 */
export function benchPeers(): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'tusa-peers-'));
  try {
    const messages = frozenMessages();
    const [train, test] = [join(folder, 'train.jsonl'), join(folder, 'test.jsonl')];
    writeFileSync(train, lines(trainingRows()));
    writeFileSync(test, lines(messages.map(({ text }) => ({ text, label: '' }))));
    const run = (command: string, ...words: string[]) =>
      result.parse(
        JSON.parse(execFileSync(command, [...words, train, test], { maxBuffer: 2 ** 26 }).toString()),
      );
    const rows: BenchRow[] = [];
    for (const name of ['ours', 'nlpjs', 'natural', 'wink'])
      rows.push(...rowsOf(name, messages, run(process.execPath, RUNNER, name)));
    if (hasScikitLearn()) rows.push(...rowsOf('LinearSVC', messages, run(PYTHON, SVC)));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function frozenMessages(): FrozenMessage[] {
  return readdirSync(SETS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(SETS, name), 'utf8').trim().split('\n'))
    .map((line) => frozenMessage.parse(JSON.parse(line)));
}

/** Shuffled from a fixed seed: nlp.js depends on the order of its rows. */
function trainingRows(): { text: string; label: string }[] {
  const examples = readTrainingData().examples.filter(({ axes }) => axes === undefined);
  const order = Int32Array.from(examples.keys());
  shuffle(order, order.length, createRandom(7));
  return Array.from(order, (row) => {
    const { text, measures } = examples[row]!;
    return { text, label: measures[0] ?? OUT_OF_SCOPE };
  });
}

function rowsOf(name: string, messages: readonly FrozenMessage[], peer: Result): BenchRow[] {
  const share = (
    wanted: (message: FrozenMessage) => boolean,
    right: (message: FrozenMessage, guess: string) => boolean,
  ) => {
    const judged = messages.map((message, at) => ({ message, guess: peer.guesses[at] ?? '' }));
    const asked = judged.filter(({ message }) => wanted(message));
    return round(
      (100 * asked.filter(({ message, guess }) => right(message, guess)).length) / asked.length,
      1,
    );
  };
  const inside = ({ scope }: FrozenMessage) => scope === 'measure';
  const fair = ({ accept }: FrozenMessage, guess: string) => accept.some((code) => code === guess);
  return [
    {
      name: `${name}: first guess, Chinese`,
      value: share((message) => inside(message) && message.lang === 'zh', fair),
      unit: '%',
    },
    {
      name: `${name}: first guess, English`,
      value: share((message) => inside(message) && message.lang === 'en', fair),
      unit: '%',
    },
    {
      name: `${name}: out of scope refused`,
      value: share(
        (message) => !inside(message),
        (_, guess) => guess === OUT_OF_SCOPE || guess === '',
      ),
      unit: '%',
    },
    { name: `${name}: training`, value: round(peer.trainSeconds, 2), unit: 's' },
    { name: `${name}: speed, one at a time`, value: Math.round(peer.perSecond), unit: 'messages/s' },
    { name: `${name}: memory`, value: Math.round(peer.peakMb), unit: 'MB, training included' },
  ];
}

function hasScikitLearn(): boolean {
  try {
    execFileSync(PYTHON, ['-c', 'import sklearn'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;
const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
