import type { FeatureReader } from '../features/feature-reader';

/** Texts as rows of feature numbers with TF-IDF weights, each row of unit length (compressed sparse rows). */
export interface SparseRows {
  readonly count: number;
  readonly width: number;
  /** Row r lies at offsets[r] … offsets[r + 1]. */
  readonly offsets: Uint32Array;
  readonly features: Int32Array;
  readonly values: Float32Array;
  /** Key of each feature number, the most frequent first. */
  readonly keys: Uint32Array;
  readonly idf: Float32Array;
}

/**
 * Reads all texts and numbers their features. A feature counts once per text: in short messages that is as good as
 * the logarithm of its frequency, and it needs no second pass when a message is read. Features of fewer than
 * `minimum` texts are left out.
 */
export function buildSparseRows(
  reader: FeatureReader,
  texts: readonly string[],
  minimum: number,
  boost?: (key: number) => number,
): SparseRows {
  const numbers = new Map<number, number>();
  const frequency: number[] = [];
  const lastRow: number[] = [];
  const rows: Int32Array[] = [];
  let total = 0;
  texts.forEach((text, row) => {
    reader.read(text);
    const { keys, count } = reader;
    const distinct = new Int32Array(count);
    let size = 0;
    for (let at = 0; at < count; at += 1) {
      const key = keys[at]!;
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
        frequency.push(0);
        lastRow.push(-1);
      }
      if (lastRow[number] === row) continue;
      lastRow[number] = row;
      frequency[number]! += 1;
      distinct[size++] = number;
    }
    rows.push(distinct.subarray(0, size));
    total += size;
  });
  const renumbered = new Int32Array(numbers.size).fill(-1);
  // The most frequent features lie side by side, which keeps them in the processor's cache while training.
  const wanted = [...frequency.keys()].filter((number) => frequency[number]! >= minimum);
  wanted.sort((a, b) => frequency[b]! - frequency[a]! || a - b);
  const width = wanted.length;
  wanted.forEach((number, place) => (renumbered[number] = place));
  const keys = new Uint32Array(width);
  const idf = new Float32Array(width);
  for (const [key, number] of numbers) {
    const kept = renumbered[number]!;
    if (kept < 0) continue;
    keys[kept] = key;
    idf[kept] = Math.log((1 + texts.length) / (1 + frequency[number]!)) + 1;
    if (boost) idf[kept] *= boost(key);
  }
  const offsets = new Uint32Array(texts.length + 1);
  const features = new Int32Array(total);
  const values = new Float32Array(total);
  let end = 0;
  rows.forEach((row, index) => {
    const start = end;
    let squares = 0;
    for (const number of row) {
      const kept = renumbered[number]!;
      if (kept < 0) continue;
      features[end] = kept;
      values[end] = idf[kept]!;
      squares += idf[kept]! * idf[kept]!;
      end += 1;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = start; at < end; at += 1) values[at]! *= scale;
    offsets[index + 1] = end;
  });
  return {
    count: texts.length,
    width,
    offsets,
    features: features.subarray(0, end),
    values: values.subarray(0, end),
    keys,
    idf,
  };
}
