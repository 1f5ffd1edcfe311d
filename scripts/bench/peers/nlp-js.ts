import { tokensOf, type Peer } from './peer';

interface NluNeural {
  train(rows: { utterance: string; intent: string }[]): Promise<unknown>;
  process(text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
}

/** nlp.js's neural classifier. Its language is none it knows, so that it splits at the blanks and nowhere else. */
export async function createNlpJs(): Promise<Peer> {
  const [core, nlu]: [string, string] = ['@nlpjs/core', '@nlpjs/nlu'];
  // The packages have no types of their own.
  const { containerBootstrap } = (await import(core)) as { containerBootstrap(): Promise<unknown> };
  const { NluNeural: Classifier } = (await import(nlu)) as {
    NluNeural: new (settings: object) => NluNeural;
  };
  const neural = new Classifier({ locale: 'xx', container: await containerBootstrap(), log: false });
  const blanks = (text: string) => tokensOf(text).join(' ');
  return {
    train: async (rows) => {
      await neural.train(rows.map(({ text, label }) => ({ utterance: blanks(text), intent: label })));
    },
    guess: async (text) => (await neural.process(blanks(text))).classifications[0]?.intent ?? '',
  };
}
