import { join } from 'node:path';
import { z } from 'zod';
import { dangerRulesFile, type DangerRules } from '../../domain/understanding/danger/danger-rules';
import type { ConceptList } from '../../domain/understanding/features/concepts';
import { readYaml } from './read-yaml';

const conceptsFile = z.strictObject({
  concepts: z.record(
    z.string().regex(/^[a-z0-9-]+$/, 'the name of a concept is lower-case words with dashes'),
    z.array(z.string().min(1)).min(1),
  ),
});

/** Reads `concepts.yml`: words that mean alike. */
export function readConcepts(folder: string): ConceptList {
  return readYaml(join(folder, 'concepts.yml'), 'intents/concepts.yml', conceptsFile).concepts;
}

/** Reads `danger-rules.yml`. */
export function readDangerRules(folder: string): DangerRules {
  return readYaml(join(folder, 'danger-rules.yml'), 'intents/danger-rules.yml', dangerRulesFile);
}
