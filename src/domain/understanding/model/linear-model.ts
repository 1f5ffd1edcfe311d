/**
 * Linear weights of all labels over hashed features, laid out for reading: one row of `stride` weights per feature, so
 * that a feature costs two cache lines for all labels together.
 */
export interface LinearModel {
  /** Number of labels; `stride` is this rounded up, a multiple of 4. */
  readonly labels: number;
  readonly stride: number;
  /** Open addressing in steps of two: key, number of the feature + 1 (0: empty). */
  readonly table: Uint32Array;
  /** Inverse document frequency of each feature, with the weight of its kind. */
  readonly idf: Float32Array;
  /** Weight × idf, quantised: real value = weights × scales[label]. */
  readonly weights: Int16Array;
  readonly scales: Float32Array;
  readonly biases: Float32Array;
}

/** Looks a feature up; −1 when the training texts do not hold it. */
export function featureAt(table: Uint32Array, key: number): number {
  const last = (table.length >> 1) - 1;
  for (let place = (key >>> 1) & last; table[place * 2 + 1] !== 0; place = (place + 1) & last) {
    if (table[place * 2] === key) return table[place * 2 + 1]! - 1;
  }
  return -1;
}

/** Builds the lookup table for feature keys in their order, those of `kept` where given. At most half full. */
export function buildTable(keys: Uint32Array, kept?: Uint8Array): Uint32Array {
  let capacity = 64;
  while (capacity < keys.length * 2) capacity *= 2;
  const table = new Uint32Array(capacity * 2);
  keys.forEach((key, number) => {
    if (kept?.[number] === 0) return;
    let place = (key >>> 1) & (capacity - 1);
    while (table[place * 2 + 1] !== 0) place = (place + 1) & (capacity - 1);
    table[place * 2] = key;
    table[place * 2 + 1] = number + 1;
  });
  return table;
}
