import { buildTable, type LinearModel } from '../model/linear-model';
import type { SparseRows } from './sparse-rows';
import type { LinearWeights } from './train-linear';

/**
 * Puts the weights of all labels, multiplied by idf, into one byte each. The step of a label is its largest value / 127,
 * but outliers beyond eight standard deviations are cut so that they do not coarsen the rest.
 */
export function quantise(rows: SparseRows, learnt: readonly LinearWeights[]): LinearModel {
  const labels = learnt.length;
  const stride = Math.ceil(labels / 4) * 4;
  const weights = new Int8Array(rows.width * stride);
  const scales = new Float32Array(labels);
  const biases = new Float32Array(labels);
  learnt.forEach(({ weights: real, bias }, label) => {
    let largest = 0;
    let squares = 0;
    let used = 0;
    for (let feature = 0; feature < rows.width; feature += 1) {
      const value = Math.abs(real[feature]! * rows.idf[feature]!);
      if (value > largest) largest = value;
      squares += value * value;
      if (value > 0) used += 1;
    }
    const bound = Math.min(largest, 8 * Math.sqrt(squares / Math.max(used, 1))) || 1;
    const step = bound / 127;
    scales[label] = step;
    biases[label] = bias;
    for (let feature = 0; feature < rows.width; feature += 1) {
      const level = Math.round((real[feature]! * rows.idf[feature]!) / step);
      weights[feature * stride + label] = Math.max(-127, Math.min(127, level));
    }
  });
  return { labels, stride, table: buildTable(rows.keys), idf: rows.idf, weights, scales, biases };
}
