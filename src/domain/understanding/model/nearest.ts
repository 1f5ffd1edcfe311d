/** The training texts by their features, for the nearest one to a message. */
export interface NearestIndex {
  /** Rows of feature f lie at offsets[f] … offsets[f + 1]; features of too many texts have none. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  /** 1 / length of each row over the indexed features. */
  readonly lengths: Float32Array;
}

export interface Nearest {
  /** The nearest row, −1 where none shares an indexed feature. */
  row: number;
  /** Its cosine over the indexed features, 0 to 1. */
  similarity: number;
  /** The highest cosine to a row of each group. */
  readonly byGroup: Float32Array;
}

/** Looks for the nearest training text; buffers and the answer are reused. */
export class NearestFinder {
  private readonly sums: Float32Array;
  private readonly touched: Uint32Array;
  private readonly nearest: Nearest;

  /** `groups` gives the group of each row, from 0; without it all rows are of one group. */
  constructor(
    private readonly index: NearestIndex,
    private readonly idf: Float32Array,
    private readonly groups: Uint8Array = new Uint8Array(index.lengths.length),
  ) {
    this.sums = new Float32Array(index.lengths.length);
    this.touched = new Uint32Array(index.lengths.length);
    this.nearest = {
      row: -1,
      similarity: 0,
      byGroup: new Float32Array(groups.reduce((most, group) => Math.max(most, group), 0) + 1),
    };
  }

  /** `features` are the distinct known features of the message. */
  find(features: Int32Array, count: number): Nearest {
    const { sums, touched, idf, nearest, groups } = this;
    const { offsets, rows, lengths } = this.index;
    let touchedCount = 0;
    let squares = 0;
    for (let at = 0; at < count; at += 1) {
      const feature = features[at]!;
      const square = idf[feature]! * idf[feature]!;
      squares += square;
      for (let place = offsets[feature]!; place < offsets[feature + 1]!; place += 1) {
        const row = rows[place]!;
        if (sums[row] === 0) touched[touchedCount++] = row;
        sums[row]! += square;
      }
    }
    nearest.row = -1;
    nearest.similarity = 0;
    nearest.byGroup.fill(0);
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = 0; at < touchedCount; at += 1) {
      const row = touched[at]!;
      const score = sums[row]! * lengths[row]! * scale;
      sums[row] = 0;
      if (score > nearest.byGroup[groups[row]!]!) nearest.byGroup[groups[row]!] = score;
      if (score > nearest.similarity || (score === nearest.similarity && row < nearest.row)) {
        nearest.similarity = score;
        nearest.row = row;
      }
    }
    return nearest;
  }
}
