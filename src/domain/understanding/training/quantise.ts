import { buildTable, type LinearModel } from '../model/linear-model';
import type { SparseRows } from './sparse-rows';
import type { LinearWeights } from './train-linear';

/** Puts the weights of all labels, multiplied by idf, into 16 bits each; the step of a label is its largest value / 32767. */
export function quantise(rows: SparseRows, learnt: readonly LinearWeights[], kept?: Uint8Array): LinearModel {
  const labels = learnt.length;
  // Rows of whole cache lines where they are longer than one.
  const stride = labels > 16 ? Math.ceil(labels / 32) * 32 : Math.ceil(labels / 8) * 8;
  const weights = new Int16Array(rows.width * stride);
  const scales = new Float32Array(labels);
  const biases = new Float32Array(labels);
  learnt.forEach(({ weights: real, bias }, label) => {
    let largest = 0;
    for (let feature = 0; feature < rows.width; feature += 1) {
      largest = Math.max(largest, Math.abs(real[feature]! * rows.idf[feature]!));
    }
    const step = largest / 32_767 || 1;
    scales[label] = step;
    biases[label] = bias;
    for (let feature = 0; feature < rows.width; feature += 1) {
      weights[feature * stride + label] = Math.round((real[feature]! * rows.idf[feature]!) / step);
    }
  });
  return { labels, stride, table: buildTable(rows.keys, kept), idf: rows.idf, weights, scales, biases };
}
