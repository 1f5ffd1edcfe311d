import { join } from 'node:path';
import { z } from 'zod';
import { dangerRulesFile, type DangerRules } from '../../domain/understanding/danger/danger-rules';
import { Denials } from '../../domain/understanding/features/denials';
import { compilePatterns, type Vocabulary } from '../../domain/understanding/features/concepts';
import { People } from '../../domain/understanding/features/people';
import { readYaml } from './read-yaml';

const conceptName = z.string().regex(/^[a-z0-9-]+$/, 'a name is lower-case words with dashes');

const NOT_REGULAR = 'not a regular expression; check brackets and bars';

const vocabularyFile = z
  .strictObject({
    concepts: z.record(conceptName, z.array(z.string().min(1)).min(1)),
    words: z.record(z.string().regex(/^[a-z]+$/), z.string()),
    patterns: z.record(conceptName, z.array(z.string().min(1)).min(1)),
    denials: z.array(z.string().min(1)),
    people: z.record(z.string().regex(/^[a-z]+$/), z.string().min(1)),
  })
  .superRefine((vocabulary, context) => {
    for (const [name, source] of Object.entries(vocabulary.people)) {
      try {
        new People({ [name]: source });
      } catch {
        context.addIssue({ code: 'custom', path: ['people', name], message: NOT_REGULAR });
      }
    }
    vocabulary.denials.forEach((source, index) => {
      try {
        new Denials([source]);
      } catch {
        context.addIssue({ code: 'custom', path: ['denials', index], message: NOT_REGULAR });
      }
    });
    for (const name of Object.keys(vocabulary.patterns)) {
      try {
        compilePatterns({ ...vocabulary, patterns: { [name]: vocabulary.patterns[name]! } });
      } catch {
        context.addIssue({
          code: 'custom',
          path: ['patterns', name],
          message: NOT_REGULAR,
        });
      }
    }
  });

/** Reads `concepts.yml`: words that mean alike, and how things are said. */
export function readVocabulary(folder: string): Vocabulary {
  return readYaml(join(folder, 'concepts.yml'), 'intents/concepts.yml', vocabularyFile);
}

/** Reads `danger-rules.yml`. */
export function readDangerRules(folder: string): DangerRules {
  return readYaml(join(folder, 'danger-rules.yml'), 'intents/danger-rules.yml', dangerRulesFile);
}
