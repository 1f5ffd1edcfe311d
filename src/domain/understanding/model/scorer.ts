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
  }

  score(text: string): void {
    const { model, reader, stretch, total, seen, whole, best, present } = this;
    const { table, idf, weights, stride, labels, scales, biases } = model;
    reader.read(text);
    this.turn += 1;
    const turn = this.turn;
    const lanes = Math.ceil(labels / 4) * 4;
    total.fill(0);
    best.fill(-Infinity);
    let squares = 0;
    let knownCount = 0;
    let presentCount = 0;
    let at = 0;
    for (let s = 0; s < reader.stretches; s += 1) {
      const end = reader.stretchEnds[s]!;
      stretch.fill(0);
      let stretchSquares = 0;
      for (; at < end; at += 1) {
        const feature = featureAt(table, reader.keys[at]!);
        if (feature < 0) continue;
        knownCount += 1;
        // A feature counts once, in the stretch in which it comes first.
        if (seen[feature] === turn) continue;
        seen[feature] = turn;
        if (presentCount < present.length) present[presentCount++] = feature;
        stretchSquares += idf[feature]! * idf[feature]!;
        const row = feature * stride;
        for (let label = 0; label < lanes; label += 4) {
          stretch[label]! += weights[row + label]!;
          stretch[label + 1]! += weights[row + label + 1]!;
          stretch[label + 2]! += weights[row + label + 2]!;
          stretch[label + 3]! += weights[row + label + 3]!;
        }
      }
      if (stretchSquares === 0) continue;
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
