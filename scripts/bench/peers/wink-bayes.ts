import { tokensOf, type Peer } from './peer';

interface WinkClassifier {
  definePrepTasks(tasks: ((text: string) => string[])[]): void;
  defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): void;
  learn(text: string, label: string): void;
  consolidate(): void;
  predict(text: string): string;
}

/** wink's naive Bayes, set as its authors advise for short texts. */
export async function createWinkBayes(): Promise<Peer> {
  const path: string = 'wink-naive-bayes-text-classifier';
  // The package has no types of its own.
  const { default: create } = (await import(path)) as { default: () => WinkClassifier };
  const wink = create();
  wink.definePrepTasks([tokensOf]);
  wink.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  return {
    train: (rows) => {
      for (const { text, label } of rows) wink.learn(text, label);
      wink.consolidate();
    },
    guess: (text) => (tokensOf(text).length === 0 ? '' : wink.predict(text)),
  };
}
