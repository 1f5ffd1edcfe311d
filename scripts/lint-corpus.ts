/**
 * `npm run lint-corpus`: faults of the training corpus as file:line: fault: cure. Conflicting labels, copies and leakage
 * into the frozen sets end with exit 1; near-duplicates and thin classes are warnings.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples } from '../src/adapters/catalogue/read-intents-examples';
import { CatalogueError } from '../src/adapters/catalogue/read-yaml';
import { frozenMessage } from './evaluate/frozen-message';
import { lintCorpus, type HeldText } from './lint-corpus/lint-corpus';
import { PROJECT } from './read-training-data';

function frozenTexts(folder: string): HeldText[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .trim()
        .split('\n')
        .map((line, index) => ({
          place: `test/understanding/${name}:${index + 1}`,
          text: frozenMessage.parse(JSON.parse(line)).text,
        })),
    );
}

try {
  const findings = lintCorpus(
    readExamples(join(PROJECT, 'intents')),
    frozenTexts(join(PROJECT, 'test', 'understanding')),
  );
  const errors = findings.filter(({ grave }) => grave);
  for (const { place, fault, grave } of findings)
    console.log(`${place}: ${grave ? '' : 'warning: '}${fault}`);
  console.log(`corpus: ${errors.length} errors, ${findings.length - errors.length} warnings`);
  if (errors.length > 0) process.exitCode = 1;
} catch (fault) {
  if (!(fault instanceof CatalogueError)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
