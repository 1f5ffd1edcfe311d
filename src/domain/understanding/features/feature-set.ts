import { dangerPatterns, type DangerRules } from '../danger/danger-rules';
import { compileConcepts, compilePatterns, conceptKey, patternKey, type Vocabulary } from './concepts';
import { FeatureReader, type FeatureOptions } from './feature-reader';
import type { Sounds } from './sounds';

/** Features of citizens' messages. Chosen by cross-validation over authors; see docs/decisions. */
export const MESSAGE_FEATURES: FeatureOptions = {
  han: 2,
  letters: 5,
  shortWords: true,
  sounds: 2,
};
/** A concept or a pattern counts for two n-grams of the same frequency. */
const CONCEPT_WEIGHT = 2;

/** A reader together with the weights of its kinds of features. */
export interface FeatureSet {
  readonly reader: FeatureReader;
  /** Place among the reader's patterns of the first danger rule; the marks of calm come last. */
  readonly firstDanger: number;
  readonly boost: (key: number) => number;
}

/** The reader of citizens' messages. The danger rules count as patterns too: the model learns how far to trust each. */
export function createFeatureSet(vocabulary: Vocabulary, sounds: Sounds, rules: DangerRules): FeatureSet {
  const compiled = compileConcepts(vocabulary.concepts);
  const ordinary = compilePatterns(vocabulary);
  const patterns = [...ordinary, ...dangerPatterns(rules)];
  const keys = new Set<number>(patterns.map((_, index) => patternKey(index)));
  for (let concept = 1; concept <= compiled.size; concept += 1) keys.add(conceptKey(concept));
  return {
    reader: new FeatureReader(MESSAGE_FEATURES, compiled, sounds, patterns, vocabulary.denials),
    firstDanger: ordinary.length,
    boost: (key) => (keys.has(key) ? CONCEPT_WEIGHT : 1),
  };
}
