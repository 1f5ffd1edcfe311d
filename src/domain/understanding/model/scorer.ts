import type { FeatureReader } from '../features/feature-reader';
import { featureAt, type LinearModel } from './linear-model';

/** Reads a text and gives the margin of every label, for the whole text and for its best stretch. Buffers are reused. */
export class Scorer {
  /** Margins of the whole text. */
  readonly whole: Float32Array;
  /** For each label the highest margin of any stretch of the text; equal to `whole` when there is only one. */
  readonly best: Float32Array;
  /** Share of the text's features that the training texts hold, 0 to 1. */
  known = 0;
  /** 1 / length of the last text over its known features, by which weights become shares of a margin. */
  scale = 0;
  /** Numbers of the known features of the last text, each once; for the nearest training text. */
  readonly present: Int32Array;
  presentCount = 0;
  private readonly stretch: Int32Array;
  private readonly total: Int32Array;
  private readonly seen: Uint32Array;
  /** Two weights at a time, the lower label in the lower half. */
  private readonly pairs: Int32Array;
  /** Where the rows of the present stretch begin in `pairs`. */
  private rows = new Int32Array(8192);
  private turn = 0;

  constructor(
    private readonly model: LinearModel,
    readonly reader: FeatureReader,
  ) {
    this.whole = new Float32Array(model.labels);
    this.best = new Float32Array(model.labels);
    this.stretch = new Int32Array(model.stride);
    this.total = new Int32Array(model.stride);
    this.seen = new Uint32Array(model.idf.length);
    this.present = new Int32Array(65_536);
    const { buffer, byteOffset, length } = model.weights;
    this.pairs = new Int32Array(buffer, byteOffset, length >> 1);
  }

  score(text: string): void {
    const { model, reader, stretch, total, seen, whole, best, present } = this;
    const { table, idf, stride, labels, scales, biases } = model;
    reader.read(text);
    this.turn += 1;
    const turn = this.turn;
    if (this.rows.length < reader.keys.length) this.rows = new Int32Array(reader.keys.length);
    const { rows } = this;
    total.fill(0);
    best.fill(-Infinity);
    let squares = 0;
    let knownCount = 0;
    let presentCount = 0;
    let at = 0;
    for (let s = 0; s < reader.stretches; s += 1) {
      const end = reader.stretchEnds[s]!;
      let stretchSquares = 0;
      let rowCount = 0;
      for (; at < end; at += 1) {
        const feature = featureAt(table, reader.keys[at]!);
        if (feature < 0) continue;
        knownCount += 1;
        // A feature counts once, in the stretch in which it comes first.
        if (seen[feature] === turn) continue;
        seen[feature] = turn;
        if (presentCount < present.length) present[presentCount++] = feature;
        stretchSquares += idf[feature]! * idf[feature]!;
        rows[rowCount++] = (feature * stride) >> 1;
      }
      if (stretchSquares === 0) continue;
      addRows(this.pairs, rows, rowCount, stretch, labels);
      squares += stretchSquares;
      const length = 1 / Math.sqrt(stretchSquares);
      for (let label = 0; label < labels; label += 1) {
        total[label]! += stretch[label]!;
        const margin = stretch[label]! * scales[label]! * length + biases[label]!;
        if (margin > best[label]!) best[label] = margin;
      }
    }
    const length = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let label = 0; label < labels; label += 1) {
      whole[label] = total[label]! * scales[label]! * length + biases[label]!;
      if (squares === 0) best[label] = whole[label]!;
    }
    this.scale = length;
    this.known = reader.count > 0 ? knownCount / reader.count : 0;
    this.presentCount = presentCount;
  }
}

/**
 * Sums the rows of weights, eight labels at a time: the sums stay in registers, and the rows of a stretch stay in the
 * nearest cache from one eight to the next.
 */
function addRows(pairs: Int32Array, rows: Int32Array, count: number, sums: Int32Array, labels: number): void {
  for (let label = 0; label < labels; label += 8) {
    const lane = label >> 1;
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let index = 0; index < count; index += 1) {
      const at = rows[index]! + lane;
      const ab = pairs[at]!;
      const cd = pairs[at + 1]!;
      const ef = pairs[at + 2]!;
      const gh = pairs[at + 3]!;
      a = (a + ((ab << 16) >> 16)) | 0;
      b = (b + (ab >> 16)) | 0;
      c = (c + ((cd << 16) >> 16)) | 0;
      d = (d + (cd >> 16)) | 0;
      e = (e + ((ef << 16) >> 16)) | 0;
      f = (f + (ef >> 16)) | 0;
      g = (g + ((gh << 16) >> 16)) | 0;
      h = (h + (gh >> 16)) | 0;
    }
    sums[label] = a;
    sums[label + 1] = b;
    sums[label + 2] = c;
    sums[label + 3] = d;
    sums[label + 4] = e;
    sums[label + 5] = f;
    sums[label + 6] = g;
    sums[label + 7] = h;
  }
}
