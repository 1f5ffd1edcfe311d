/** The training texts by their features, for the nearest one to a message. */
export interface NearestIndex {
  /** Rows of feature f lie at offsets[f] … offsets[f + 1]; features of too many texts have none. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  /** 1 / length of each row over the indexed features. */
  readonly lengths: Float32Array;
}

export interface Nearest {
  readonly row: number;
  /** Cosine over the indexed features, 0 to 1. */
  readonly similarity: number;
}

/** Looks for the nearest training text; buffers are reused. */
export class NearestFinder {
  private readonly sums: Float32Array;
  private readonly touched: Uint32Array;

  constructor(
    private readonly index: NearestIndex,
    private readonly idf: Float32Array,
  ) {
    this.sums = new Float32Array(index.lengths.length);
    this.touched = new Uint32Array(index.lengths.length);
  }

  /** `features` are the distinct known features of the message; `skip` is a row that may not be the answer. */
  find(features: Int32Array, count: number, skip = -1): Nearest {
    const { sums, touched, idf } = this;
    const { offsets, rows, lengths } = this.index;
    let touchedCount = 0;
    let squares = 0;
    for (let at = 0; at < count; at += 1) {
      const feature = features[at]!;
      const from = offsets[feature]!;
      const to = offsets[feature + 1]!;
      const square = idf[feature]! * idf[feature]!;
      squares += square;
      for (let place = from; place < to; place += 1) {
        const row = rows[place]!;
        if (sums[row] === 0) touched[touchedCount++] = row;
        sums[row]! += square;
      }
    }
    let bestRow = -1;
    let best = 0;
    for (let at = 0; at < touchedCount; at += 1) {
      const row = touched[at]!;
      const score = sums[row]! * lengths[row]!;
      sums[row] = 0;
      if (row !== skip && (score > best || (score === best && row < bestRow))) {
        best = score;
        bestRow = row;
      }
    }
    return { row: bestRow, similarity: squares > 0 ? Math.min(1, best / Math.sqrt(squares)) : 0 };
  }
}
