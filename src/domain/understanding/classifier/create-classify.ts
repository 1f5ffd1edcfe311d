import { FeatureReader } from '../features/feature-reader';
import { probability } from '../model/logistic';
import { NearestFinder } from '../model/nearest';
import { Scorer } from '../model/scorer';
import { confidencePoint } from './confidence-point';
import { OUT_OF_SCOPE, TEXT_FEATURES, type TextClassifier } from './train-classifier';

/** The answer for one text. */
export interface Classified {
  /** The best label in scope. */
  readonly top: string;
  /** The same, or `oos` where the classifier refuses. */
  readonly label: string;
  /** Probability that the text is in scope at all, 0 to 1. */
  readonly p: number;
}

/** Makes the function that classifies texts; it reuses its buffers. */
export function createClassify(classifier: TextClassifier): (text: string) => Classified {
  const scorer = new Scorer(classifier.linear, new FeatureReader(TEXT_FEATURES));
  const finder = new NearestFinder(classifier.nearest, classifier.linear.idf);
  return (text) => {
    scorer.score(text);
    const { top, point } = confidencePoint(scorer, finder, classifier.labels.length);
    const p = probability(classifier.inside, ...point);
    const best = classifier.labels[top]!;
    return { top: best, label: p >= classifier.insideFrom ? best : OUT_OF_SCOPE, p };
  };
}
