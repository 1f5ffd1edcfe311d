import { compileConcepts, conceptKey, type ConceptList } from './concepts';
import { FeatureReader, type FeatureOptions, type Sounds } from './feature-reader';

/** Features of citizens' messages. Chosen by cross-validation over authors; see docs/decisions. */
export const MESSAGE_FEATURES: FeatureOptions = { han: 2, letters: 5, shortWords: true, sounds: 2 };
/** A concept counts half as much again as an n-gram of the same frequency. */
const CONCEPT_WEIGHT = 1.5;

/** A reader together with the weights of its kinds of features. */
export interface FeatureSet {
  readonly reader: FeatureReader;
  readonly boost: (key: number) => number;
}

/** The reader of citizens' messages for a concept list and a table of sounds. */
export function createFeatureSet(concepts: ConceptList, sounds: Sounds): FeatureSet {
  const compiled = compileConcepts(concepts);
  const keys = new Set<number>();
  for (let concept = 1; concept <= compiled.size; concept += 1) keys.add(conceptKey(concept));
  return {
    reader: new FeatureReader(MESSAGE_FEATURES, compiled, sounds),
    boost: (key) => (keys.has(key) ? CONCEPT_WEIGHT : 1),
  };
}
