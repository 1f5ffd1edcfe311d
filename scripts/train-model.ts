/** `node dist/scripts/train-model.js`: trains the understanding from intents/ into dist/model.bin. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CatalogueError } from '../src/adapters/catalogue/read-yaml';
import { encodeModel } from '../src/domain/understanding/model/message-model';
import { trainModel } from '../src/domain/understanding/training/train-model';
import { PROJECT, readTrainingData } from './read-training-data';

function main(target: string): void {
  const data = readTrainingData();
  const started = process.hrtime.bigint();
  const bytes = encodeModel(trainModel(data));
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  mkdirSync(dirname(target), { recursive: true });
  // Written beside and renamed, so that a running service never reads half a model.
  writeFileSync(`${target}.new`, bytes);
  renameSync(`${target}.new`, target);
  console.log(
    `model: ${data.examples.length} utterances, ${(bytes.length / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s, data ${data.hash.slice(0, 12)}`,
  );
}

try {
  main(process.argv[2] ?? join(PROJECT, 'dist', 'model.bin'));
} catch (fault) {
  if (!(fault instanceof CatalogueError)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
