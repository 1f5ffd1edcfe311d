/**
 * One peer in a process of its own, so that its memory is its own: `run-peer NAME TRAIN TEST`, files of lines
 * {text, label}. Prints {guesses, trainSeconds, perSecond, peakMb}.
 */
import { readFileSync } from 'node:fs';
import { createNaturalBayes } from './natural-bayes';
import { createNlpJs } from './nlp-js';
import { createOurs } from './ours';
import type { LabelledText, Peer } from './peer';
import { createWinkBayes } from './wink-bayes';

const PEERS: Readonly<Record<string, () => Promise<Peer> | Peer>> = {
  ours: createOurs,
  natural: createNaturalBayes,
  wink: createWinkBayes,
  nlpjs: createNlpJs,
};

const readLines = (path: string): LabelledText[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledText);
const seconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e9;

async function main([name = '', train = '', test = '']: readonly string[]): Promise<void> {
  const create = PEERS[name];
  if (!create) throw new Error(`no peer ${name}: one of ${Object.keys(PEERS).join(', ')}`);
  const rows = readLines(train);
  const texts = readLines(test).map(({ text }) => text);
  const before = process.memoryUsage().rss;
  const peer = await create();
  const started = process.hrtime.bigint();
  await peer.train(rows);
  const trainSeconds = seconds(started);
  const guesses: string[] = [];
  for (const text of texts) guesses.push(await peer.guess(text));
  const perSecond = await speedOf(peer, texts);
  const peakMb = process.resourceUsage().maxRSS / 1024 - before / 2 ** 20;
  console.log(JSON.stringify({ guesses, trainSeconds, perSecond, peakMb }));
}

/** Once warm, over whole passes of the texts for a second or a little more. */
async function speedOf(peer: Peer, texts: readonly string[]): Promise<number> {
  const asked = process.hrtime.bigint();
  let passes = 0;
  while (seconds(asked) < 1) {
    for (const text of texts) await peer.guess(text);
    passes += 1;
  }
  return (passes * texts.length) / seconds(asked);
}

main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault);
  process.exitCode = 1;
});
