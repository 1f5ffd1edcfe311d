import { tokensOf, type Peer } from './peer';

interface BayesClassifier {
  addDocument(tokens: string[], label: string): void;
  train(): void;
  classify(tokens: string[]): string;
}

/** natural's naive Bayes, by subpath: its top level loads a database driver and prints to standard output. */
export async function createNaturalBayes(): Promise<Peer> {
  const path: string = 'natural/lib/natural/classifiers/bayes_classifier.js';
  // The subpath has no types of its own.
  const { default: Classifier } = (await import(path)) as { default: new () => BayesClassifier };
  const bayes = new Classifier();
  return {
    train: (rows) => {
      for (const { text, label } of rows) bayes.addDocument(tokensOf(text), label);
      bayes.train();
    },
    guess: (text) => {
      const tokens = tokensOf(text);
      return tokens.length === 0 ? '' : bayes.classify(tokens);
    },
  };
}
