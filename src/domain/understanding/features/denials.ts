/** Han characters that must be left when the denied stretches are cut out; a message that only denies is read whole. */
const LEAST_LEFT = 8;

/**
 * Finds the stretches in which a writer says what the message is not about (不是来要低保的，…), so that their words do not
 * speak for what is denied. The result is reused by the next call.
 */
export class Denials {
  /** Start and end of each stretch in turn, ascending. */
  readonly borders: number[] = [];
  private readonly pattern: RegExp | undefined;

  /** Throws a SyntaxError on a faulty source. */
  constructor(sources: readonly string[]) {
    this.pattern =
      sources.length > 0 ? new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'gu') : undefined;
  }

  find(folded: string): readonly number[] {
    const { borders, pattern } = this;
    borders.length = 0;
    if (!pattern || !folded.includes('不')) return borders;
    let cut = 0;
    for (const match of folded.matchAll(pattern)) {
      borders.push(match.index, match.index + match[0].length);
      cut += hanIn(match[0]);
    }
    if (cut > 0 && hanIn(folded) - cut < LEAST_LEFT) borders.length = 0;
    return borders;
  }
}

function hanIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) count += 1;
  }
  return count;
}
