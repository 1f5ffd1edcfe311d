import { dangerPatterns, type DangerRules } from '../danger/danger-rules';
import { compileConcepts, compilePatterns, conceptKey, patternKey, type Vocabulary } from './concepts';
import { firstPersonKey, People, peopleKey } from './people';
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
/** Of whom it speaks first decides whom it is about against all the nouns that follow. */
const PEOPLE_WEIGHT = 3;

/** A reader together with the weights of its kinds of features. */
export interface FeatureSet {
  readonly reader: FeatureReader;
  /** Place among the reader's patterns of the first danger rule; the marks of calm and of ease come last. */
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
  const order = new People(vocabulary.people);
  const people = new Set<number>();
  for (let at = 0; at < order.size; at += 1) people.add(peopleKey(at)).add(firstPersonKey(order.firstOf(at)));
  return {
    reader: new FeatureReader(
      MESSAGE_FEATURES,
      compiled,
      sounds,
      patterns,
      vocabulary.denials,
      vocabulary.people,
    ),
    firstDanger: ordinary.length,
    boost: (key) => (keys.has(key) ? CONCEPT_WEIGHT : people.has(key) ? PEOPLE_WEIGHT : 1),
  };
}
