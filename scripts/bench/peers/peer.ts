/** A text and the label it is trained on or judged by. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

/** A way to classify messages that is compared with ours. Texts come as written; how to read Chinese is its own affair. */
export interface Peer {
  train(rows: readonly LabelledText[]): Promise<void> | void;
  /** The label, or '' where it gives none. */
  guess(text: string): Promise<string> | string;
}

/** The label of everything that no measure fits. */
export const OUT_OF_SCOPE = 'oos';

/**
 * Words for peers that cannot read Chinese: pairs of characters, and words of letters. All of them do best on these
 * (characters alone, jieba's words and the peers' own tokenisers do worse).
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(/[a-z0-9']+|[^\sa-z0-9']+/g)) {
    if (/[a-z0-9]/.test(run)) tokens.push(run);
    else {
      const letters = [...run];
      letters.forEach((letter, at) => tokens.push(letter + (letters[at + 1] ?? '')));
    }
  }
  return tokens;
}
