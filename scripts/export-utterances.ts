/** `npm run --silent export-utterances`: the training utterances with all their labels (plain answers, which have but some, apart), one JSON object to a line. */
import { join } from 'node:path';
import { readExamples } from '../src/adapters/catalogue/read-intents-examples';
import { CatalogueError } from '../src/adapters/catalogue/read-yaml';
import { PROJECT } from './read-training-data';

try {
  const lines = readExamples(join(PROJECT, 'intents'))
    .filter(({ axes }) => axes === undefined)
    .map(({ file, line, ...example }) => JSON.stringify({ ...example, source: `intents/${file}:${line}` }));
  // Whoever reads only the first lines (head) is no fault of ours.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
  });
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (fault) {
  if (!(fault instanceof CatalogueError)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
